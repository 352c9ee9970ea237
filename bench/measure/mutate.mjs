import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const DOOR = fileURLToPath(new URL("../../scripts/mutate/mutate.mjs", import.meta.url));

/** @returns the answer of `mutate`. @throws Error where it is not 0. */
export function mutate(root, args, env = process.env) {
  const ended = spawnSync(process.execPath, [DOOR, "--cwd", root, "--json", ...args], { encoding: "utf8", maxBuffer: 256e6, env });
  if (ended.status === 0) return JSON.parse(ended.stdout);
  throw new Error(`mutate ${args.join(" ")} ended with ${ended.status ?? ended.signal}: ${ended.stderr || ended.stdout}`);
}
