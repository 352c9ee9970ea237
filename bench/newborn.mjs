#!/usr/bin/env node
// Makes a feature in a fresh clone, and asks every gate: it has to be green at once, and red where it should be. `NEWBORN_KEEP=1` leaves the clone.
import { mkdirSync, writeFileSync } from "node:fs";
import { CASES } from "./newborn/cases.mjs";
import { createClone } from "./newborn/clone.mjs";

/** Read by scripts/count-tests.mjs. */
const COUNTED = new URL("../coverage/newborn.json", import.meta.url);
const tell = (line) => process.stderr.write(`newborn: ${line}\n`);
const counted = { numPassedTests: 0, numFailedTests: 0 };
const begun = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const clone = createClone();
try {
  tell(`cloned and installed in ${seconds(begun)}: ${clone.root}`);
  for (const { name, run } of CASES) {
    const from = performance.now();
    const { fault, figures } = outcomeOf(() => run(clone));
    counted[fault === undefined ? "numPassedTests" : "numFailedTests"] += 1;
    tell(`${fault === undefined ? "passed" : "failed"} in ${seconds(from)}: ${name}: ${fault ?? figures}`);
  }
} finally {
  if (process.env.NEWBORN_KEEP !== "1") clone.remove();
}

mkdirSync(new URL(".", COUNTED), { recursive: true });
writeFileSync(COUNTED, `${JSON.stringify(counted)}\n`);
tell(`${counted.numPassedTests} passed, ${counted.numFailedTests} failed in ${seconds(begun)}`);
if (counted.numFailedTests > 0) process.exitCode = 1;

/** A case answers with what it saw, and throws what is wrong. */
function outcomeOf(act) {
  try {
    return { figures: act() };
  } catch (error) {
    return { fault: error.message };
  }
}
