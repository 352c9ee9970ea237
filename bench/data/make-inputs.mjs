import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathsOf, recordOf } from "./make-report.mjs";

/** Cuts the report of `count` files into `inputs` that share no file, in `coverage/inputs`. */
export function makeDisjointInputs(root, count, inputs) {
  const size = count / inputs;
  writeInputs(root, inputs, (input) => records(pathsOf(count), (place) => Math.floor(place / size) === input, 0));
}

/** Writes one report of all `count` files for each shard, with other counts in each. */
export function makeShards(root, count, shards) {
  writeInputs(root, shards, (shard) => records(pathsOf(count), () => true, shard));
}

function writeInputs(root, inputs, recordsOf) {
  mkdirSync(join(root, "coverage/inputs"));
  for (let input = 0; input < inputs; input++) {
    const report = openSync(join(root, "coverage/inputs", `${String(input).padStart(3, "0")}.info`), "w");
    for (const record of recordsOf(input)) writeSync(report, record);
    closeSync(report);
  }
  // As a test run with the preset leaves it: which text was measured.
  const { sources } = JSON.parse(readFileSync(join(root, "coverage/sources.json"), "utf8"));
  const recorded = Object.fromEntries(Object.entries(sources).map(([file, { blob }]) => [file, { blob }]));
  writeFileSync(join(root, "coverage/inputs/sources.json"), `${JSON.stringify({ schemaVersion: "1.0", sources: recorded }, null, 2)}\n`);
}

function* records(paths, isWanted, shard) {
  for (const [place, path] of paths.entries()) if (isWanted(place)) yield recordOf(path, place, shard);
}
