import { statSync } from "node:fs";
import { join } from "node:path";
import { findInstalled } from "../files/find-installed.js";
import { readIfThere } from "../files/read-files.js";
import { captureNode, type Captured } from "../process/capture-process.js";

/** Where dependency-cruiser looks for its rules by itself, in this order. Source: its extract-depcruise-config. */
const CONFIGS = [".dependency-cruiser.json", ".dependency-cruiser.js", ".dependency-cruiser.cjs", ".dependency-cruiser.mjs"];

/** @param root absolute: the repository's. @returns the name of the file with its arrows; undefined where it states none. */
export async function findArrows(root: string): Promise<string | undefined> {
  const texts = await Promise.all(CONFIGS.map((name) => readIfThere(join(root, name))));
  return CONFIGS.find((_, index) => texts[index] !== undefined);
}

const READABLE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** @returns whether dependency-cruiser reads the file without any help. */
export function isCruised(file: string): boolean {
  return READABLE.test(file);
}

export interface CruiseCall {
  /** Absolute: the repository's. */
  readonly root: string;
  /** What `findArrows` answered. */
  readonly config: string;
  /** Every file of the repository: each source is cruised, but for what the rules themselves exclude. */
  readonly files: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** @returns what the repository's own dependency-cruiser answers, JSON on stdout; undefined where none is installed. */
export async function runCruise({ root, config, files, env }: CruiseCall): Promise<Captured | undefined> {
  const home = findInstalled(root, "dependency-cruiser");
  if (home === undefined) return undefined;
  // A link may lead nowhere, or to a folder.
  const isFile = (file: string) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true;
  const sources = files.filter((file) => isCruised(file) && isFile(file)).map(asArgument);
  const args = ["--output-type", "json", "--progress", "none", "--config", config, "--", ...sources];
  return captureNode([join(home, "bin/dependency-cruise.mjs"), ...args], { cwd: root, env });
}

/** It takes what looks like a glob for one, and finds no `[id].ts` by that name: a glob that does match it takes its place. */
function asArgument(file: string): string {
  return file.replace(/[*?[\]{}()!+@\\]/g, "?");
}
