#!/usr/bin/env node
// Opens pages of `coverage:report` in a real browser, light and dark, on a desk and on a phone. Screenshots stay in a temporary folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CASES } from "./pages/cases.mjs";
import { checkPage } from "./pages/check-page.mjs";
import { findChromium, openBrowser } from "./pages/open-browser.mjs";

/** Read by scripts/count-tests.mjs. */
const COUNTED = new URL("../coverage/pages.json", import.meta.url);
const tell = (line) => process.stderr.write(`pages: ${line}\n`);
const counted = { numPassedTests: 0, numFailedTests: 0 };
const wanted = process.argv.slice(2);
const chromium = findChromium();

if (chromium === undefined) tell("skipped: there is no chromium on PATH (apt-get install chromium)");
else {
  const shots = mkdtempSync(join(tmpdir(), "bandline-pages-"));
  const browser = await openBrowser(chromium);
  try {
    for (const each of CASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) await openCase(each, browser, shots);
  } finally {
    await browser.close();
  }
  tell(
    `${counted.numPassedTests} of ${counted.numPassedTests + counted.numFailedTests} checks pass in ${browser.version()}; screenshots: ${shots}`,
  );
}

mkdirSync(new URL(".", COUNTED), { recursive: true });
writeFileSync(COUNTED, `${JSON.stringify(counted)}\n`);
if (counted.numFailedTests > 0) process.exitCode = 1;

async function openCase({ name, make, ...more }, browser, shots) {
  const root = mkdtempSync(join(tmpdir(), "bandline-pages-"));
  try {
    const file = join(root, "page.html");
    if ((await make(join(root, "repository"), file)) === false)
      return tell(`${name}: skipped: there is no report of this repository (pnpm test --coverage)`);
    const checks = await checkPage(browser, file, { name, shots, ...more });
    for (const { says, faults, figure } of checks) {
      counted[faults.length === 0 ? "numPassedTests" : "numFailedTests"] += 1;
      if (figure !== undefined) tell(`${name}: ${says}: ${figure}`);
      for (const fault of faults) tell(`${name}: ${says}: ${fault}`);
    }
  } catch (error) {
    counted.numFailedTests += 1;
    tell(`${name}: ${error.stack}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}
