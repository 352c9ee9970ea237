#!/usr/bin/env node
// Prints how many tests of the last coverage run, over all packages, merges of `pnpm totals`, cases of `pnpm example`, checks of `pnpm pages` and cases of `pnpm newborn` passed and failed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
const reports = [
  ...readdirSync("packages").map((name) => `packages/${name}/coverage/tests.json`),
  "coverage/totals.json",
  "coverage/example.json",
  "coverage/pages.json",
  "coverage/newborn.json",
];
const counts = reports.filter((path) => existsSync(path)).map((path) => JSON.parse(readFileSync(path, "utf8")));
const sum = (field) => counts.reduce((total, each) => total + each[field], 0);
process.stdout.write(`${sum("numPassedTests")} ${sum("numFailedTests")}\n`);
