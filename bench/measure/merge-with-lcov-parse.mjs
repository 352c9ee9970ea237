// What one writes who merges with lcov-parse: every report parsed, counts summed by file and key, the sum written as lcov.
// `node merge-with-lcov-parse.mjs OUT INPUT…`
import { readFileSync, writeFileSync } from "node:fs";
import lcovParse from "lcov-parse";

const [out, ...inputs] = process.argv.slice(2);
const files = new Map();

for (const input of inputs)
  lcovParse.source(readFileSync(input, "utf8"), (error, records) => {
    if (error) throw new Error(error);
    for (const record of records) add(record);
  });
writeFileSync(
  out,
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(recordText)
    .join(""),
);

function add({ file, lines, functions, branches }) {
  let sum = files.get(file);
  if (sum === undefined) files.set(file, (sum = { lines: new Map(), functions: new Map(), branches: new Map() }));
  for (const { line, hit } of lines.details) count(sum.lines, line, hit);
  for (const { name, line, hit } of functions.details) count(sum.functions, `${line},${name}`, hit ?? 0);
  for (const { line, block, branch, taken } of branches.details) count(sum.branches, `${line},${block},${branch}`, taken);
}

function count(sums, key, hits) {
  sums.set(key, (sums.get(key) ?? 0) + hits);
}

function recordText([file, { lines, functions, branches }]) {
  const hit = (sums) => [...sums.values()].filter((hits) => hits > 0).length;
  return [
    "TN:",
    `SF:${file}`,
    ...[...functions.keys()].map((key) => `FN:${key}`),
    ...[...functions].map(([key, hits]) => `FNDA:${hits},${key.slice(key.indexOf(",") + 1)}`),
    `FNF:${functions.size}`,
    `FNH:${hit(functions)}`,
    ...[...branches].map(([key, taken]) => `BRDA:${key},${taken}`),
    `BRF:${branches.size}`,
    `BRH:${hit(branches)}`,
    ...[...lines].map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.size}`,
    `LH:${hit(lines)}`,
    "end_of_record\n",
  ].join("\n");
}
