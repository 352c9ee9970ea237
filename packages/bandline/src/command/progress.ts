import type { MergeProgress } from "../gather/read-reports.js";
import type { Output } from "./io.js";

export interface Progress {
  readonly tell: (progress: MergeProgress) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** What ends sooner needs no word. */
const SILENT_MS = 1_000;
const EVERY_MS = 200;

/**
 * One line on a terminal, written over and over: reports, MB and MB a second. Nothing where nobody looks.
 * @param isAsked false where no word is to be said.
 * @param now milliseconds of a clock that only goes forward.
 */
export function createProgress(stderr: Output, isAsked: boolean, now: () => number = () => performance.now()): Progress {
  const isLookedAt = isAsked && stderr.isTTY === true;
  const begun = now();
  let last = begun + SILENT_MS - EVERY_MS;
  let isShown = false;
  return {
    tell({ reports, bytes }) {
      if (!isLookedAt) return;
      const at = now();
      if (at - last < EVERY_MS) return;
      last = at;
      isShown = true;
      const megabytes = bytes / 1e6;
      stderr.write(`${CLEAR}${reports} reports, ${megabytes.toFixed(0)} MB read, ${((1_000 * megabytes) / (at - begun)).toFixed(0)} MB/s`);
    },
    end() {
      if (isShown) stderr.write(CLEAR);
    },
  };
}

/** To the beginning of the line, which is emptied. */
const CLEAR = "\r\u001b[K";
