import { statSync } from "node:fs";
import module from "node:module";
// Node 22 keeps what it compiled for the next run; Node 20 knows no such thing.
module.enableCompileCache?.();
const packages = new URL("../packages/", import.meta.url);
const changedAt = (path) => statSync(new URL(path, packages), { throwIfNoEntry: false })?.mtimeMs ?? 0;
/** The bundle of a command; where the build is newer, the build itself, which starts more slowly but says what the source says. */
export function entry(command) {
  const bundle = `bandline/bundle/${command}.js`;
  const builds = ["bandline", "coverage-core", "coverage-io", "core-shared"].map((name) => changedAt(`${name}/tsconfig.tsbuildinfo`));
  return changedAt(bundle) > Math.max(...builds) ? new URL(bundle, packages).href : "bandline";
}
