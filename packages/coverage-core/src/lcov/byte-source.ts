/** Bytes that are read piece by piece: a report of any size then needs no memory of its size. */
export interface ByteSource {
  readonly size: number;
  /** Fills `target` with the bytes from offset `from` on. @returns how many there were; fewer than fit only at the end. */
  read(target: Uint8Array, from: number): number;
}

/** Bytes that are in memory. */
export function sourceOf(content: Uint8Array): ByteSource {
  return {
    size: content.byteLength,
    read(target, from) {
      const part = content.subarray(from, from + target.byteLength);
      target.set(part);
      return part.byteLength;
    },
  };
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
  return 1 + newlinesBetween(source, 0, at);
}

function newlinesBetween(source: ByteSource, start: number, end: number): number {
  let count = 0;
  for (let from = start; from < end; from += CHUNK) {
    const bytes = bytesBetween(source, from, Math.min(end, from + CHUNK));
    for (let newline = bytes.indexOf(NEWLINE); newline !== -1; newline = bytes.indexOf(NEWLINE, newline + 1)) count += 1;
  }
  return count;
}

/** How far apart the places are that a counter remembers. */
const STEP = 1 << 16;

/** @returns as `lineNumberAt`, for many offsets of one source: what was counted once is remembered. */
export function createLineCounter(source: ByteSource): (at: number) => number {
  /** The line that begins at each multiple of the step, or goes on there. */
  const lines = [1];
  /** Offsets are asked for in their order, as a rule. */
  let last = { at: 0, line: 1 };
  return (at) => {
    const wanted = Math.floor(at / STEP);
    for (let known = lines.length - 1; known < wanted; known += 1)
      lines.push((lines[known] as number) + newlinesBetween(source, known * STEP, (known + 1) * STEP));
    const step = { at: wanted * STEP, line: lines[wanted] as number };
    const from = last.at <= at && last.at > step.at ? last : step;
    last = { at, line: from.line + newlinesBetween(source, from.at, at) };
    return last.line;
  };
}
