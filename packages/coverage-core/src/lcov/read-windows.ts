/** Windows on many sources, out of which records are read in the order of their files. */
import type { ByteSource } from "./byte-source.js";

/** Bytes that the windows take together, where all are in use. */
const TOGETHER = 1 << 22;
const [SMALLEST, LARGEST] = [1 << 13, 1 << 18];

interface Window {
  bytes: Buffer;
  base: number;
  filled: number;
}

/**
 * Shards of the same files are read in turn, a record of each: every window is then small. Where one source is read on and on, it is lent
 * the one large window that there is; its former holder begins again with a small one.
 * @returns the bytes between two offsets of the source at a place in the list; valid until the next call.
 */
export function createWindows(sources: readonly ByteSource[]): (place: number, from: number, to: number) => Buffer {
  const usual = Math.min(LARGEST, Math.max(SMALLEST, Math.floor(TOGETHER / Math.max(1, sources.length))));
  const windows = new Map<number, Window>();
  let large = EMPTY;
  let last = -1;
  let holder = -1;
  const lent = (place: number, length: number): Buffer => {
    if (holder !== place) windows.delete(holder);
    holder = place;
    if (large.length < length) large = Buffer.allocUnsafeSlow(Math.max(LARGEST, length));
    return large;
  };
  return (place, from, to) => {
    const window = windows.get(place) ?? { bytes: EMPTY, base: 0, filled: 0 };
    const isOn = last === place;
    last = place;
    if (from < window.base || to > window.base + window.filled) {
      if (isOn || to - from > usual) window.bytes = lent(place, to - from);
      else if (window.bytes === EMPTY) window.bytes = Buffer.allocUnsafeSlow(usual);
      window.base = from;
      window.filled = (sources[place] as ByteSource).read(window.bytes, from);
      windows.set(place, window);
    }
    return window.bytes.subarray(from - window.base, to - window.base);
  };
}

const EMPTY = Buffer.alloc(0);
