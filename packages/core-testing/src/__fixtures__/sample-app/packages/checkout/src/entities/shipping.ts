/** In cents; nothing from 50 euros on. */
export function shippingOf(totalCents: number): number {
  if (totalCents >= 5_000) return 0;
  return 490;
}
