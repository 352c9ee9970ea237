#!/usr/bin/env node
// Asks bandline and diff-cover about the same repositories. Without --write: is docs/comparison.md what they answer?
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { GROUPS } from "./compare/all-cases.mjs";
import { isRight } from "./compare/judge.mjs";
import { readPage, renderTables, withTables } from "./compare/page.mjs";
import { createRepo } from "./compare/repo.mjs";
import { askBandline, askDiffCover, diffCoverVersion } from "./compare/run-tools.mjs";

const PAGE = new URL("../docs/comparison.md", import.meta.url);
const tell = (line) => process.stderr.write(`compare: ${line}\n`);
const write = process.argv.includes("--write");
const committed = readFileSync(PAGE, "utf8");
const installed = diffCoverVersion();
const said = readPage(committed);
const asks = installed !== undefined && (write || installed === said.version);

if (write && !asks) throw new Error("diff-cover is not installed (apt-get install diff-cover)");
// What cannot be asked is taken as the page has it, so that bandline's own answers are still compared.
if (installed === undefined) tell("skipped diff-cover: it is not installed (apt-get install diff-cover)");
else if (!asks) tell(`skipped diff-cover: here is ${installed}, and the page speaks of ${said.version}`);

const groups = [];
for (const { title, cases } of GROUPS) groups.push({ title, rows: await rowsOf(cases) });
const tables = renderTables(groups, asks ? installed : said.version);
const page = await format(withTables(committed, tables), { ...(await resolveConfig(PAGE)), parser: "markdown" });

if (write) writeFileSync(PAGE, page);
else if (page === committed) tell(`docs/comparison.md is what ${asks ? "both programs answer" : "bandline answers"}`);
else {
  for (const line of page.split("\n")) if (!committed.split("\n").includes(line)) tell(`now: ${line.replace(/ {2,}/g, " ")}`);
  tell("docs/comparison.md says something else: pnpm compare --write");
  process.exitCode = 1;
}

/** Two at a time: a case waits for processes most of its time. */
async function rowsOf(cases) {
  const rows = [];
  for (let at = 0; at < cases.length; at += 2) rows.push(...(await Promise.all(cases.slice(at, at + 2).map(rowOf))));
  return rows;
}

async function rowOf({ name, truth, base, make }) {
  const repo = createRepo(base);
  try {
    const how = make(repo) ?? {};
    const ask = async (tool) => answerOf(truth, await tool(repo.root, how));
    const bandline = await ask(askBandline);
    return { name, truth, bandline, diffCover: asks ? await ask(askDiffCover) : (said.diffCover.get(name) ?? { cell: "", right: false }) };
  } finally {
    repo.remove();
  }
}

function answerOf(truth, answer) {
  return { cell: `exit ${answer.exitCode}: ${answer.says}`, right: isRight(truth, answer) };
}
