import { execFile } from "node:child_process";
import { join } from "node:path";

/**
 * `vitest run` with coverage.
 * The variables by which the vitest around this one would speak to the child are left out.
 * @param modules a `node_modules` that has it.
 * @returns what it printed. @throws with that where it fails.
 */
export function runVitest(modules: string, cwd: string, args: readonly string[]): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV");
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
  const command = [join(modules, "vitest/vitest.mjs"), "run", "--coverage", ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout + stderr);
      else reject(new Error(`${args.join(" ")}: ${stdout}${stderr}`));
    });
  });
}
