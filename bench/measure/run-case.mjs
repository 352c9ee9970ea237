import { runOnce } from "./run-once.mjs";
import { missingPeer } from "./peers.mjs";

/**
 * Runs the programs of a case in turn (A B C A B C …), so that what else the machine does is shared among them.
 * The first run of each warms up and is dropped; a program with `once` has that one run. What a program does `before` a run is not timed.
 * @returns figures by program, and what was left out or failed.
 */
export function runCase({ name, programs, goals }, runs, tell) {
  const skipped = [];
  const failed = [];
  const samples = new Map();
  for (const program of programs) {
    const missing = missingPeer(program);
    if (missing) skipped.push(missing);
    else {
      program.prepare?.();
      samples.set(program, []);
    }
  }
  for (let run = 0; run <= runs; run++) {
    for (const [program, taken] of samples) {
      if (program.once && run > 0) continue;
      tell(`${name}: ${program.name}, ${run === 0 ? (program.once ? "only run" : "warm-up") : `run ${run} of ${runs}`}`);
      try {
        program.before?.();
        const sample = runOnce(program);
        if (run > 0 || program.once) taken.push(sample);
      } catch (error) {
        failed.push(`${program.name}: ${error.message}`);
        samples.delete(program);
      }
    }
  }
  const figures = Object.fromEntries([...samples].map(([program, taken]) => [program.name, figuresOf(taken)]));
  return { name, figures, goals: goals.map((goal) => judge(goal, figures)), skipped, failed };
}

function figuresOf(samples) {
  const walls = samples.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
  const all = (key) => samples.map((sample) => sample[key]);
  const isTimed = all("cpuMs").every((each) => each !== null);
  return {
    runs: walls.length,
    minMs: walls[0],
    medianMs: medianOf(walls),
    minCpuMs: isTimed ? Math.min(...all("cpuMs")) : null,
    peakMb: isTimed ? Math.max(...all("peakMb")) : null,
    values: samples.at(-1).values,
  };
}

function medianOf(sorted) {
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `isMet` is null where a program that the goal needs did not run, memory and processor time could not be measured, or nothing is promised. */
function judge({ says, unit, atMost, of, ...goal }, figures) {
  const value = of === undefined ? figureOf(goal, figures) : of(figures);
  return { says, unit, atMost, value, isMet: value === null || atMost === null ? null : value <= atMost };
}

function figureOf({ figure, ours, theirs }, figures) {
  const [above, below] = [ours, theirs].map((name) => figures[name]?.[figure] ?? null);
  const isMeasured = above !== null && (theirs === undefined || below !== null);
  return isMeasured ? above / (below ?? 1) : null;
}
