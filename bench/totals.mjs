#!/usr/bin/env node
// Asks bandline, and lcov, for the totals of the same reports: lcov of the merged report, and of those that were merged.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "./data/git.mjs";
import { CASES } from "./totals/cases.mjs";
import { askBandline, askLcov, lcovVersion } from "./totals/ask.mjs";

/** Read by scripts/count-tests.mjs. */
const COUNTED = new URL("../coverage/totals.json", import.meta.url);
const tell = (line) => process.stderr.write(`totals: ${line}\n`);
const version = lcovVersion();
const counted = { numPassedTests: 0, numFailedTests: 0 };

if (version === undefined) tell("skipped: lcov is not installed (apt-get install lcov)");
// lcov 2 refuses reports that 1.16 reads, and names its settings otherwise.
else if (!version.startsWith("1.")) tell(`skipped: here is lcov ${version}, and only those before 2 are asked`);
else for (const each of CASES) counted[isEqual(each) ? "numPassedTests" : "numFailedTests"] += 1;

mkdirSync(new URL(".", COUNTED), { recursive: true });
writeFileSync(COUNTED, `${JSON.stringify(counted)}\n`);
if (counted.numPassedTests > 0) tell(`${counted.numPassedTests} of ${CASES.length} merges have the totals that lcov ${version} counts`);
if (counted.numFailedTests > 0) process.exitCode = 1;

function isEqual({ name, reports }) {
  const root = mkdtempSync(join(tmpdir(), "bandline-totals-"));
  try {
    const files = reports.map((text, place) => [join(root, `${place}.info`), text]);
    for (const [file, text] of files) writeFileSync(file, text);
    git(root, "init", "--quiet");
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Begin");
    const inputs = files.map(([file]) => file);
    const ours = askBandline(root, inputs, join(root, "merged"));
    const theirs = {
      "the merged report": askLcov(root, [join(root, "merged/lcov.info")]),
      "those that were merged": askLcov(root, inputs),
    };
    const wrong = Object.entries(theirs).filter(([, totals]) => totals !== ours);
    for (const [of, totals] of wrong) tell(`${name}: lcov counts ${totals} of ${of}, bandline ${ours}`);
    return wrong.length === 0;
  } catch (error) {
    tell(`${name}: ${error.message}`);
    return false;
  } finally {
    rmSync(root, { recursive: true });
  }
}
