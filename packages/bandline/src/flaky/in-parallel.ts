/** As `Promise.all`, but at most `limit` at a time. @throws what the first that fails throws, once none runs any more. */
export async function inParallel<T, R>(items: readonly T[], limit: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const faults: unknown[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length && faults.length === 0) {
      const at = next++;
      await act(items[at] as T).then(
        (result) => (results[at] = result),
        (error: unknown) => faults.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  if (faults.length > 0) throw faults[0];
  return results;
}
