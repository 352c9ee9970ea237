// What is measured. A program is a command, the folder it runs in, and a check of its answer: a wrong answer has no time.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const floor = { name: "node -e 0", command: process.execPath, args: ["-e", "0"], cwd: here(".") };

export function coverageDiff(root) {
  const args = [here("../../scripts/coverage/diff.mjs"), "--cwd", root, "--base", "main", "--json"];
  return { name: "coverage:diff", command: process.execPath, args, cwd: root, check: checkDiff };
}

export function diffCover(root) {
  const args = ["coverage/lcov.info", "--compare-branch=main"];
  const check = (text) => expectLine(text, /Total:\s+150 lines\nMissing:\s+0 lines/);
  return { name: "diff-cover", peer: "diff-cover", command: "diff-cover", args, cwd: root, check };
}

export function coverageAggregate(root, fileCount) {
  const out = join(root, "coverage/out");
  const inputs = ["--input", "coverage/inputs/*.info", "--out", out];
  const args = [here("../../scripts/coverage/aggregate.mjs"), "--cwd", root, ...inputs, "--json"];
  const check = () => checkMerged(join(out, "lcov.info"), fileCount);
  return { name: "coverage:aggregate", command: process.execPath, args, cwd: root, check };
}

export function grcov(root, fileCount) {
  const out = join(root, "coverage/grcov.info");
  const args = ["coverage/inputs", "--output-type", "lcov", "--branch", "--output-path", out];
  return { name: "grcov", peer: "grcov", command: "grcov", args, cwd: root, check: () => checkMerged(out, fileCount) };
}

/** Takes long enough that one run says all. */
export function lcovAdd(root, fileCount, inputCount) {
  const out = join(root, "coverage/lcov-a.info");
  const inputs = Array.from({ length: inputCount }, (_, n) => ["-a", `coverage/inputs/${String(n).padStart(3, "0")}.info`]);
  const args = ["--quiet", "--rc", "lcov_branch_coverage=1", ...inputs.flat(), "--output-file", out];
  return { name: "lcov -a", peer: "lcov", command: "lcov", args, cwd: root, once: true, check: () => checkMerged(out, fileCount) };
}

/** `part` is `ms` or `readMs`. */
export function loadManifests(root, name, part) {
  const check = (text) => (JSON.parse(text).manifests === 5 ? undefined : text);
  const msOf = (text) => JSON.parse(text)[part];
  return { name, command: process.execPath, args: [here("../measure/load-manifests.mjs")], cwd: root, check, msOf };
}

function checkDiff(text) {
  const { status, summary } = JSON.parse(text);
  const isRight = status === "pass" && summary.filesGated === 50 && summary.executableLines === 150 && summary.coveredLines === 150;
  return isRight ? undefined : JSON.stringify({ status, summary });
}

function expectLine(text, line) {
  return line.test(text) ? undefined : text.slice(-200);
}

function checkMerged(path, fileCount) {
  const bytes = readFileSync(path);
  let records = 0;
  for (let at = bytes.indexOf("SF:"); at !== -1; at = bytes.indexOf("\nSF:", at + 1)) records++;
  return records === fileCount ? undefined : `${path} has ${records} records, not ${fileCount}`;
}
