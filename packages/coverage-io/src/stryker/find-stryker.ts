import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findInstalled } from "../files/find-installed.js";
import { ENVIRONMENT, IoError } from "../io-error.js";

export interface FoundStryker {
  readonly version: string;
  /** The program, for node. */
  readonly bin: string;
}

const PACKAGE = "@stryker-mutator/core";
const SUPPORTED = /^9\./;

/**
 * @param folders from which it is looked for, each with the folders above it; the first that has it counts.
 * @throws IoError STRYKER_MISSING, or STRYKER_UNSUPPORTED where its words may be others.
 */
export async function findStryker(folders: readonly string[]): Promise<FoundStryker> {
  const home = folders.map((folder) => findInstalled(folder, PACKAGE)).find((found) => found !== undefined);
  if (home === undefined) throw missing(folders);
  const text = await readFile(join(home, "package.json"), "utf8");
  const { version = "without a version", bin } = JSON.parse(text) as { version?: string; bin?: { stryker?: string } };
  if (!SUPPORTED.test(version) || bin?.stryker === undefined) throw unsupported(version, home);
  return { version, bin: join(home, bin.stryker) };
}

function missing(folders: readonly string[]): IoError {
  const message = `${PACKAGE} is not installed: it was looked for from ${folders.join(", ")}`;
  return new IoError({ code: "STRYKER_MISSING", message, hint: `pnpm add --save-dev ${PACKAGE}@9`, exitCode: ENVIRONMENT });
}

function unsupported(version: string, folder: string): IoError {
  const message = `bandline works with Stryker 9, and ${folder} is ${version}`;
  return new IoError({ code: "STRYKER_UNSUPPORTED", message, hint: `pnpm add --save-dev ${PACKAGE}@9`, exitCode: ENVIRONMENT });
}
