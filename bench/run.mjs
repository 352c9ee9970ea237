#!/usr/bin/env node
// Whole processes, timed side by side. docs/benchmarks.md says what each case is.
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CASES } from "./cases/all-cases.mjs";
import { findSet } from "./data/find-set.mjs";
import { peersThatRan } from "./measure/peers.mjs";
import { runCase } from "./measure/run-case.mjs";
import { hasTime } from "./measure/run-once.mjs";
import { renderMarkdown, renderText } from "./report/render-tables.mjs";

const USAGE = `pnpm bench [NAME…] [--runs N] [--data DIR] [--json | --markdown] [--check]

  NAME        one or more of ${Object.keys(CASES).join(", ")}; when none is named, all but those that take minutes
  --runs N    runs of each program after its warm-up, instead of the case's own number
  --data DIR  where generated repositories lie and are found again (default: a temporary folder)
  --json      figures and goals as one JSON document
  --markdown  the tables of docs/benchmarks.md
  --check     exit 1 when a goal is missed
`;

const OPTIONS = {
  runs: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
  markdown: { type: "boolean" },
  check: { type: "boolean" },
  help: { type: "boolean" },
};

const tell = (line) => process.stderr.write(`${line}\n`);

/** @returns names and options, or what is wrong with them. */
function parse(argv) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const unknown = positionals.find((name) => !(name in CASES));
    if (unknown !== undefined) return { wrong: `unknown case ${unknown}` };
    if (values.runs !== undefined && !/^[1-9]\d*$/.test(values.runs))
      return { wrong: `--runs wants a whole number above 0, got ${values.runs}` };
    return { values, names: positionals.length === 0 ? usualCases() : positionals };
  } catch (error) {
    return { wrong: error.message };
  }
}

const usualCases = () => Object.keys(CASES).filter((name) => !CASES[name].onlyByName);

/** Data is made before anything is timed. */
function measure(names, { runs, data }) {
  const parent = data === undefined ? join(tmpdir(), "bandline-bench") : resolve(data);
  const ready = names.map((name) => ({ name, ...CASES[name], folders: CASES[name].sets.map((set) => findSet(set, parent, tell)) }));
  if (!hasTime) tell("skipped: time is not installed, so processor time and memory are not measured (apt-get install time)");
  const [loadBefore] = loadavg();
  const cases = ready.map(({ name, folders, of, runs: usual }) => runCase({ name, ...of(...folders) }, Number(runs ?? usual), tell));
  const [loadAfter] = loadavg();
  const at = new Date().toISOString().slice(0, 10);
  const system = `${process.platform} ${process.arch}`;
  const machine = { at, node: process.versions.node, system, cores: cpus().length, loadBefore, loadAfter, peers: peersThatRan() };
  return { schemaVersion: "1.0", machine, cases };
}

function render(result, { json, markdown }) {
  if (json) return `${JSON.stringify(result, null, 2)}\n`;
  return markdown ? renderMarkdown(result) : renderText(result);
}

const { wrong, values, names } = parse(process.argv.slice(2));
if (wrong !== undefined) {
  process.stderr.write(`${wrong}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (values.help) {
  process.stdout.write(USAGE);
} else {
  const result = measure(names, values);
  process.stdout.write(render(result, values));
  const hasFailed = result.cases.some(({ failed }) => failed.length > 0);
  const hasMissed = result.cases.some(({ goals }) => goals.some(({ isMet }) => isMet === false));
  process.exitCode = hasFailed || (values.check && hasMissed) ? 1 : 0;
}
