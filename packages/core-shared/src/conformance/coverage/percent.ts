/**
 * The one rounding: percent, floored to two decimals, so that 99.999 never reads as 100.
 * @returns null for 0 of 0, which is neither good nor bad.
 */
export function pctOf(covered: number, total: number): number | null {
  return total === 0 ? null : Math.floor((covered * 10_000) / total) / 100;
}
