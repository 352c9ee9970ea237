import type { ByteSource } from "./byte-source.js";

/** A search through a source from its beginning to its end, by way of one window on it. */
export interface Search {
  /** @returns the offset of the first `word` that begins at `from` or later and ends by `to`; -1 where there is none. */
  find(word: Buffer, from: number, to: number): number;
  byte(at: number): number;
  /** As UTF-8. */
  text(from: number, to: number): string;
}

/** How much of what was passed stays in the window: the end of the line before. */
const LOOK_BEHIND = 1_024;

/** @returns a window for `createSearch`, which later searches can use again. */
export function searchWindow(size = 1 << 17): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(size, 2 * LOOK_BEHIND));
}

/** @param lent for as long as the search lasts; a larger one takes its place where a text is longer. */
export function createSearch(source: ByteSource, lent: Buffer): Search {
  let window = lent;
  let base = 0;
  let bytes = window.subarray(0, 0);

  /** Makes sure that the window holds what is between, or as much of it as fits. */
  function show(from: number, to: number): void {
    if (from >= base && Math.min(to, source.size) <= base + bytes.length) return;
    base = Math.max(0, from - LOOK_BEHIND);
    bytes = window.subarray(0, source.read(window, base));
  }

  return {
    find(word, from, to) {
      for (let next = from; next + word.length <= to; next = base + bytes.length - word.length + 1) {
        show(next, next + word.length);
        const at = bytes.indexOf(word, next - base);
        if (at !== -1) return base + at + word.length <= to ? base + at : -1;
        if (base + bytes.length >= to) return -1;
      }
      return -1;
    },
    byte(at) {
      show(at, at + 1);
      return bytes[at - base] as number;
    },
    text(from, to) {
      if (to - from > window.length - LOOK_BEHIND) window = Buffer.allocUnsafeSlow(to - from + LOOK_BEHIND);
      show(from, to);
      return bytes.toString("utf8", from - base, to - base);
    },
  };
}
