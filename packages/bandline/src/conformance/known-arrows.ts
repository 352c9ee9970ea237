/** That all arrows held, for as long as nothing that can change it has changed: to see it again takes longer than all other rules together. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { jsonOf } from "@repo/coverage-core";
import { blobIdOf, packageVersion, readIfThere, writeAtomically } from "@repo/coverage-io";
import { isCruised } from "@repo/coverage-io/conformance";
import type { Place } from "./open-place.js";

const FILE = "node_modules/.cache/bandline/arrows.json";

interface KnownFile {
  readonly inputs?: string;
  /** Files beside the sources that imports led to: what is built or installed may have gone. */
  readonly outside?: readonly string[];
}

export interface Known {
  /** A hash of everything that can change what is found. */
  readonly inputs: string;
  readonly holds: boolean;
}

/** @throws as `readIfThere`. */
export async function askKnown(place: Place, config: string): Promise<Known> {
  const inputs = await inputsOf(place, config);
  const text = (await readIfThere(join(place.root, FILE)))?.toString("utf8") ?? "";
  const { inputs: known, outside = [] } = Object(jsonOf(text)) as KnownFile;
  return { inputs, holds: known === inputs && outside.every((file) => existsSync(join(place.root, file))) };
}

/** Only what held is kept. Where it cannot be, the next run asks again. */
export async function keepKnown({ root, files }: Place, inputs: string, reached: readonly string[]): Promise<void> {
  const own = new Set<string>(files);
  const known: KnownFile = { inputs, outside: reached.filter((file) => !own.has(file)) };
  await writeAtomically(join(root, FILE), JSON.stringify(known)).catch(() => undefined);
}

/** Sources and the rules themselves; how packages, versions and compilers are set up. */
async function inputsOf({ root, files }: Place, config: string): Promise<string> {
  const read = files.filter((file) => isCruised(file) || /\.(?:jsonc?|ya?ml|lock)$/.test(file)).sort();
  const hash = createHash("sha256").update(JSON.stringify([config, process.version, await packageVersion("dependency-cruiser", root)]));
  for (const file of read) {
    // A link may lead nowhere.
    const bytes = await readIfThere(join(root, file));
    hash.update(`\0${file}\0${bytes === undefined ? "" : blobIdOf(bytes)}`);
  }
  return hash.digest("hex");
}
