import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkDependencies } from "../data/link-dependencies.mjs";
import { MUTANTS } from "../data/mutant-set.mjs";
import { DOOR } from "../measure/mutate.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** All of the mutants, from nothing: takes long enough that one run says all. */
export function mutateAll(root) {
  const check = (text) => expectMutants(text, (count) => count === MUTANTS, MUTANTS);
  return { ...mutateWith(root, ["--no-score"]), name: "mutate", once: true, check };
}

/** After a change of one line; one mutant of it is asked for. */
export function mutateSince(root) {
  const check = (text) => expectMutants(text, (count) => count === 1, 1);
  return { ...mutateWith(root, ["--since", "HEAD"]), name: "mutate --since HEAD", check };
}

/** Each of its `count` parts as if on a machine of its own. */
export function mutateShard(root, index, count) {
  const shard = `${index}/${count}`;
  const check = (text) => expectMutants(text, (run) => run > 0 && run < MUTANTS, `some of ${MUTANTS}`);
  const valuesOf = (text) => ({ mutants: countOf(JSON.parse(text)) });
  return { ...mutateWith(root, ["--shard", shard]), name: `mutate --shard ${shard}`, once: true, check, valuesOf };
}

/** What an earlier run found out is forgotten before every run, so each begins with discovery. */
function mutateWith(root, flags) {
  const prepare = () => linkDependencies(root);
  const before = () => rmSync(join(root, "node_modules"), { recursive: true, force: true });
  return { command: process.execPath, args: [DOOR, "--cwd", root, "--json", "--no-reuse", ...flags], cwd: root, prepare, before };
}

export function countMutantRuns(root) {
  const check = (text) => {
    const { one, all } = JSON.parse(text);
    const isRight = one.needed === 1 && all.needed > 1 && one.ran >= one.needed && all.ran >= all.needed;
    return isRight ? undefined : text;
  };
  const valuesOf = (text) => Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, { ran, needed }]) => [name, ran / needed]));
  return { ...script(root, "count-mutant-runs"), name: "mutate --since HEAD, runs counted", check, valuesOf };
}

export function recallOfLines(root) {
  const check = (text) => (JSON.parse(text).mutants > 0 ? undefined : text);
  const valuesOf = (text) => {
    const { edits, mutants, lost, notInside, besides } = JSON.parse(text);
    return { edits, mutants, lost: (100 * lost) / mutants, notInside: (100 * notInside) / mutants, besides };
  };
  return { ...script(root, "recall-of-lines"), name: "mutate --list --since HEAD --all, and --list", check, valuesOf };
}

function script(root, name) {
  const prepare = () => linkDependencies(root);
  return { command: process.execPath, args: [here(`../measure/${name}.mjs`)], cwd: root, once: true, prepare };
}

function expectMutants(text, isRight, expected) {
  const document = JSON.parse(text);
  if (document.status === "pass" && isRight(countOf(document))) return undefined;
  return `${document.status} of ${countOf(document)} mutants, not pass of ${expected}`;
}

/** @returns how many mutants have a result. */
function countOf({ packages }) {
  return packages.reduce((sum, { counts: { notRun: _, ...run } }) => sum + Object.values(run).reduce((total, each) => total + each, 0), 0);
}
