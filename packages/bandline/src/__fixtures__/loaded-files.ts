import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HOOKS = `import { writeSync } from "node:fs"; export const load = (url, context, next) => { writeSync(2, url + "\\n"); return next(url, context); };`;
const REGISTER = `import { register } from "node:module"; register("data:text/javascript," + ${JSON.stringify(encodeURIComponent(HOOKS))});`;

/** @returns the paths of the modules that a process of a door loaded. */
export function loadedFiles(door: string, argv: readonly string[], cwd: string): string[] {
  const register = `data:text/javascript,${encodeURIComponent(REGISTER)}`;
  const { stderr } = spawnSync(process.execPath, ["--import", register, door, ...argv], { cwd, encoding: "utf8" });
  const urls = stderr.split("\n").filter((line) => line.startsWith("file:"));
  return urls.map((url) => fileURLToPath(url)).filter((file) => existsSync(file));
}
