import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { spawnGroup, type GroupProcess } from "../process/spawn-group.js";
import type { Choice } from "./choose.js";
import { engineConfig } from "./engine-config.js";
import type { EngineOptions } from "./engine.js";
import type { FoundStryker } from "./find-stryker.js";
import { TEMP_FOLDER, type RunFolder } from "./run-folder.js";

/** What both kinds of engine share. */
export interface EngineSetup {
  readonly stryker: FoundStryker;
  readonly options: EngineOptions;
  readonly folder: RunFolder;
}

const require = createRequire(import.meta.url);

/** As built, wherever this file was bundled into: Stryker loads it by its path. */
const PLUGIN = "@repo/coverage-io/stryker-plugin";

export function spawnEngine({ stryker, options, folder }: EngineSetup, args: readonly string[], logs: "stderr" | "both"): GroupProcess {
  const { packageRoot: cwd, env, log } = options;
  return spawnGroup({ program: stryker.bin, args, cwd, env, log, folder: folder.path }, logs);
}

/** @returns where the configuration of one call stands. */
export function writeConfig({ options, folder }: EngineSetup, reports: boolean, choice?: Choice): string {
  const { packageRoot: cwd, config } = options;
  const file = join(folder.path, "stryker.config.json");
  const settings = { cwd, tempDirName: join(folder.place, TEMP_FOLDER), plugin: require.resolve(PLUGIN), choice, reports };
  writeFileSync(file, JSON.stringify(engineConfig(config, settings)));
  return file;
}
