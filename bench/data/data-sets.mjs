import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeDisjointInputs, makeShards } from "./make-inputs.mjs";
import { makeRepository } from "./make-repository.mjs";

/** What cases run on. `files` sources each; about 4.7 kB of lcov a source. */
const SETS = {
  small: (root) => makeRepository(root, 200),
  tenth: (root) => {
    makeRepository(root, 2_000);
    makeDisjointInputs(root, 2_000, 100);
  },
  large: (root) => {
    makeRepository(root, 20_000);
    makeDisjointInputs(root, 20_000, 100);
  },
  shards: (root) => {
    makeRepository(root, 2_000);
    makeShards(root, 2_000, 10);
  },
  gigabyte: (root) => {
    makeRepository(root, 200);
    makeDisjointInputs(root, 200_000, 1_000);
  },
  gigabyteShards: (root) => {
    makeRepository(root, 2_000);
    makeShards(root, 2_000, 100);
  },
};

const MAKERS = ["data-sets", "git", "make-inputs", "make-report", "make-repository"];
const stamp = MAKERS.reduce((hash, name) => hash.update(readFileSync(new URL(`${name}.mjs`, import.meta.url))), createHash("sha1"))
  .digest("hex")
  .slice(0, 12);

/**
 * The stamp of what made a set is part of its folder's name, so a set is never taken for another, and none is ever deleted.
 * @returns the folder of the set, made unless it is there.
 */
export function dataSet(name, parent, tell) {
  const root = join(parent, `${name}-${stamp}`);
  if (existsSync(root)) return root;
  tell(`making ${root}`);
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  SETS[name](unfinished);
  renameSync(unfinished, root);
  return root;
}
