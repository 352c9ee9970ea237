import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The build, printed to stderr: it comes before any program of ours can run. */
export function build() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-b"], { cwd: root, stdio: ["ignore", 2, 2] });
  return { exitCode: status ?? 130, durationMs: performance.now() - startedAt };
}
