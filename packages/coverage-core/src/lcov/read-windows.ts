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
 * Shards of the same files are read in turn, a record of each: every window is then small. Where one source is read on and on, its window
 * grows with every look, and the one that had grown before is given up.
 * @returns the bytes between two offsets of the source at a place in the list; valid until the next call.
 */
export function createWindows(sources: readonly ByteSource[]): (place: number, from: number, to: number) => Buffer {
  const usual = Math.min(LARGEST, Math.max(SMALLEST, Math.floor(TOGETHER / Math.max(1, sources.length))));
  const windows = new Map<number, Window>();
  let last = -1;
  let grown = -1;
  return (place, from, to) => {
    const window = windows.get(place) ?? { bytes: EMPTY, base: 0, filled: 0 };
    const isOn = last === place;
    last = place;
    if (from < window.base || to > window.base + window.filled) {
      const wanted = Math.max(to - from, usual, isOn ? Math.min(LARGEST, 2 * window.bytes.length) : 0);
      if (wanted > window.bytes.length) {
        window.bytes = Buffer.allocUnsafeSlow(wanted);
        if (wanted > usual) {
          if (grown !== place) windows.delete(grown);
          grown = place;
        }
      }
      window.base = from;
      window.filled = (sources[place] as ByteSource).read(window.bytes, from);
      windows.set(place, window);
    }
    return window.bytes.subarray(from - window.base, to - window.base);
  };
}

const EMPTY = Buffer.alloc(0);
