/** @returns the items of `now` that `before` does not account for, each as often as it came on top, in the order of `now`. */
export function addedTo<T>(before: readonly T[], now: readonly T[], keyOf: (item: T) => string): T[] {
  const left = new Map<string, number>();
  for (const item of before) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return now.filter((item) => {
    const known = left.get(keyOf(item)) ?? 0;
    left.set(keyOf(item), known - 1);
    return known <= 0;
  });
}
