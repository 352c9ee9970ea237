/** Files as they are, so that they can be put back. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readIfThere, writeAtomically } from "@repo/coverage-io";

export interface KeptFiles {
  /** Files that are not what they were, in order. */
  changed(): Promise<string[]>;
  /** Byte by byte; what was not there goes. A file that is as it was is not touched. */
  putBack(): Promise<void>;
}

/** @param files relative to `root`, there or not. */
export async function keepFiles(root: string, files: readonly string[]): Promise<KeptFiles> {
  const kept = await Promise.all(files.map(async (file) => [file, await readIfThere(join(root, file))] as const));
  const differing = async () => {
    const isSame = await Promise.all(kept.map(async ([file, before]) => same(before, await readIfThere(join(root, file)))));
    return kept.filter((_, at) => isSame[at] === false);
  };
  return {
    changed: async () => (await differing()).map(([file]) => file),
    async putBack() {
      for (const [file, before] of await differing()) {
        if (before === undefined) await rm(join(root, file));
        else await writeAtomically(join(root, file), before.toString("utf8"));
      }
    },
  };
}

function same(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}
