import type { Output } from "../command/io.js";

export interface MutationProgress {
  /** A package begins. @param total mutants to be tested; those that changed tests run come on top. */
  readonly begin: (name: string, total: number) => void;
  /** One more mutant has been tested. */
  readonly step: () => void;
  readonly end: () => void;
}

const EVERY_ON_TERMINAL_MS = 200;
/** A log that is read later wants few lines, but one that shows that the run is alive. */
const EVERY_IN_LOG_MS = 15_000;

/**
 * Mutants done, mutants a second and the time left: one line that is written over on a terminal, now and then a line elsewhere.
 * @param isAsked false where no word is to be said.
 * @param now milliseconds of a clock that only goes forward.
 */
export function createMutationProgress(stderr: Output, isAsked: boolean, now: () => number): MutationProgress {
  const isTerminal = stderr.isTTY === true;
  const every = isTerminal ? EVERY_ON_TERMINAL_MS : EVERY_IN_LOG_MS;
  let run = { name: "", total: 0, done: 0, begunAt: 0, toldAt: 0 };
  let isShown = false;
  const say = (text: string) => {
    if (!isAsked) return;
    stderr.write(isTerminal ? `${CLEAR}${text}` : `${text}\n`);
    isShown = isTerminal;
  };
  return {
    begin(name, total) {
      const at = now();
      run = { name, total, done: 0, begunAt: at, toldAt: at };
      say(`${name}: ${total} mutant${total === 1 ? "" : "s"}`);
    },
    step() {
      run.done += 1;
      const at = now();
      if (at - run.toldAt < every) return;
      run.toldAt = at;
      say(`${run.name}: ${progressText(run.done, run.total, at - run.begunAt)}`);
    },
    end() {
      if (isShown) stderr.write(CLEAR);
      isShown = false;
    },
  };
}

function progressText(done: number, total: number, elapsedMs: number): string {
  const perSecond = (1_000 * done) / Math.max(1, elapsedMs);
  const leftSeconds = Math.ceil(Math.max(0, total - done) / perSecond);
  return `${done} of ${Math.max(done, total)} mutants, ${perSecond.toFixed(1)} a second, ${timeText(leftSeconds)} left`;
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** To the beginning of the line, which is emptied. */
const CLEAR = "\r\u001b[K";
