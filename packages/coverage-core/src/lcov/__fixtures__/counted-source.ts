import { sourceOf, type ByteSource } from "../byte-source.js";

/** A source that says how many bytes each look at it gave. */
export function countedSource(text: string): ByteSource & { readonly reads: number[] } {
  const source = sourceOf(Buffer.from(text));
  const reads: number[] = [];
  return {
    size: source.size,
    reads,
    read(target, from) {
      const count = source.read(target, from);
      reads.push(count);
      return count;
    },
  };
}
