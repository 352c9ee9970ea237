import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] }).status ?? 130;

/** The build, printed to stderr: it comes before any program of ours can run. */
export function build() {
  const startedAt = performance.now();
  const exitCode = run([`${root}node_modules/typescript/bin/tsc`, "-b"]) || run([`${root}scripts/bundle.mjs`]);
  return { exitCode, durationMs: performance.now() - startedAt };
}
