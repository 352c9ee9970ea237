#!/usr/bin/env node
// Runs examples/python-backend with real pytest in a git repository of its own, and asks `coverage:domains` what it has to say.
import { mkdirSync, writeFileSync } from "node:fs";
import { createBackend, findPython } from "./example/backend.mjs";
import { CASES } from "./example/cases.mjs";

/** Read by scripts/count-tests.mjs. */
const COUNTED = new URL("../coverage/example.json", import.meta.url);
const tell = (line) => process.stderr.write(`example: ${line}\n`);
const counted = { numPassedTests: 0, numFailedTests: 0 };
const python = findPython();

if (python === undefined)
  tell("skipped: python3 with pytest, pytest-cov and coverage is not installed (apt-get install python3-pytest-cov)");
else runCases(createBackend(python));

mkdirSync(new URL(".", COUNTED), { recursive: true });
writeFileSync(COUNTED, `${JSON.stringify(counted)}\n`);
if (python !== undefined) tell(`${counted.numPassedTests} passed, ${counted.numFailedTests} failed`);
if (counted.numFailedTests > 0) process.exitCode = 1;

function runCases(backend) {
  try {
    for (const { name, run } of CASES) {
      const fault = faultOf(() => run(backend));
      counted[fault === undefined ? "numPassedTests" : "numFailedTests"] += 1;
      tell(fault === undefined ? `passed: ${name}` : `failed: ${name}: ${fault}`);
    }
  } finally {
    backend.remove();
  }
}

function faultOf(act) {
  try {
    act();
    return undefined;
  } catch (error) {
    return error.message;
  }
}
