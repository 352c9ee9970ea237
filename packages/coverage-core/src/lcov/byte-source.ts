/** Bytes that are read piece by piece: a report of any size then needs no memory of its size. */
export interface ByteSource {
  readonly size: number;
  /** Fills `target` with the bytes from offset `from` on. @returns how many there were; fewer than fit only at the end. */
  read(target: Uint8Array, from: number): number;
}

/** @returns the bytes from `from` up to, not with, `to`. */
export function bytesBetween(source: ByteSource, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  return bytes.subarray(0, source.read(bytes, from));
}

const CHUNK = 1 << 20;
const NEWLINE = 10;

/** @returns the number, from 1, of the line that begins at offset `at`. */
export function lineNumberAt(source: ByteSource, at: number): number {
  let line = 1;
  for (let from = 0; from < at; from += CHUNK) {
    const bytes = bytesBetween(source, from, Math.min(at, from + CHUNK));
    for (let newline = bytes.indexOf(NEWLINE); newline !== -1; newline = bytes.indexOf(NEWLINE, newline + 1)) line += 1;
  }
  return line;
}
