/** `pnpm test`: every package's tests, or some, by way of turbo. */
import { runProcess } from "@repo/coverage-io";
import { showsColours, type Io } from "./command/io.js";

/**
 * @param argv `--filter PKG` and `--filter=PKG` choose packages; a `--` on its own is dropped wherever it stands; the rest goes to vitest.
 * Tests that are tagged `slow` are left out, unless coverage, a tag, a file or a test is asked for.
 * @returns turbo's command line. `--continue`: one package's failure does not hide another's.
 */
export function testCommandLine(argv: readonly string[]): [string, ...string[]] {
  const filters: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const arg = argv[at] ?? "";
    if (arg === "--filter" || arg === "-F") filters.push(`--filter=${argv[++at] ?? ""}`);
    else if (arg.startsWith("--filter=")) filters.push(arg);
    else if (arg !== "--") rest.push(arg);
  }
  if (leavesOutSlow(rest)) rest.push(SLOW_LEFT_OUT);
  return ["turbo", "run", "test", "--continue", "--concurrency=100%", ...filters, "--", ...rest];
}

export const SLOW_LEFT_OUT = "--tags-filter=!slow";

/** @param rest arguments for vitest. @returns whether they ask for neither coverage nor a tag, a file or a test. */
export function leavesOutSlow(rest: readonly string[]): boolean {
  return !rest.some((arg) => !arg.startsWith("--") || /^--(?:coverage|tags-?filter|list-?tags)/i.test(arg));
}

/** The environment in which the workspace's own programs are found; turbo is told not to report on us. */
export function toolEnv(io: Pick<Io, "env">, root: string): NodeJS.ProcessEnv {
  return { ...io.env, PATH: `${root}/node_modules/.bin:${io.env["PATH"] ?? ""}`, TURBO_TELEMETRY_DISABLED: "1" };
}

/** @returns turbo's exit code; what it prints goes through as it comes. */
export async function runTest(argv: readonly string[], io: Io): Promise<number> {
  const env = { ...toolEnv(io, io.cwd), ...(showsColours(io, io.stdout) ? { FORCE_COLOR: "1" } : {}) };
  const { exitCode } = await runProcess(testCommandLine(argv), { cwd: io.cwd, env, write: (chunk) => io.stdout.write(chunk) });
  return exitCode;
}
