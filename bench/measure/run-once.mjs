import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TIME = "/usr/bin/time";

/** Characters of what a failed program said. */
const MOST_SAID = 2_000;

/** GNU time reads peak and processor time of a process from the kernel; other systems have another program under its name. */
export const hasTime = existsSync(TIME) && spawnSync(TIME, ["--version"]).status === 0;

/**
 * Runs a program from start to end, its output read through a pipe.
 * @returns `wallMs`; `cpuMs` (user and system, in steps of 10; with the processes it waited for) and `peakMb` (10⁶ bytes; the largest
 * of the process and those it waited for), both null where GNU time is not installed; `values`, what a program with `valuesOf` answered.
 * @throws Error when it cannot start, ends with another code than 0, or its answer is not the one that `check` wants.
 */
export function runOnce({ command, args, cwd, check, msOf, valuesOf }) {
  const folder = mkdtempSync(join(tmpdir(), "bandline-bench-"));
  try {
    const report = join(folder, "time");
    const words = hasTime ? [TIME, "-f", "%U %S %M", "-o", report, command, ...args] : [command, ...args];
    const begun = performance.now();
    const ended = spawnSync(words[0], words.slice(1), { cwd, encoding: "utf8", maxBuffer: 256e6 });
    const wallMs = performance.now() - begun;
    if (ended.error) throw ended.error;
    if (ended.status !== 0)
      throw new Error(
        `${command} ended with ${ended.status ?? ended.signal}: ${(ended.stderr || ended.stdout).trim().slice(0, MOST_SAID)}`,
      );
    const wrong = check?.(ended.stdout);
    if (wrong) throw new Error(`${command} answered otherwise than expected: ${wrong}`);
    return {
      wallMs: msOf?.(ended.stdout) ?? wallMs,
      values: valuesOf?.(ended.stdout),
      ...(hasTime ? parseTime(readFileSync(report, "utf8")) : { cpuMs: null, peakMb: null }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parseTime(text) {
  const [userS, systemS, peakKib] = text.trim().split(" ").map(Number);
  return { cpuMs: Math.round((userS + systemS) * 1000), peakMb: (peakKib * 1024) / 1e6 };
}
