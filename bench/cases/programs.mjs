// What is measured. A program is a command, the folder it runs in, and a check of its answer: a wrong answer has no time.
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const floor = { name: "node -e 0", command: process.execPath, args: ["-e", "0"], cwd: here(".") };

/** Compiled beside the data, when it is first asked for. */
export function readInC(root, inputCount) {
  const command = join(root, "coverage/floor");
  const prepare = () => existsSync(command) || execFileSync("cc", ["-O2", "-o", command, here("../measure/floor.c")]);
  return { name: "C, every integer", peer: "cc", install: "apt-get install gcc", prepare, command, args: inputs(inputCount), cwd: root };
}

/** As `coverageDiff`, on the same report where nothing says that it is in order. */
export function coverageDiffOfAny(root) {
  const any = coverageDiff(root);
  const report = join(root, "coverage/any/lcov.info");
  const prepare = () => {
    if (existsSync(report)) return;
    mkdirSync(dirname(report), { recursive: true });
    linkSync(join(root, "coverage/lcov.info"), report);
  };
  return { ...any, name: "coverage:diff, any report", prepare, args: [...any.args, "--lcov", report] };
}

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
  const args = [here("../../scripts/coverage/aggregate.mjs"), "--cwd", root, "--input", "coverage/inputs/*.info", "--out", out, "--json"];
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
  const args = ["--quiet", "--rc", "lcov_branch_coverage=1", ...inputs(inputCount).flatMap((each) => ["-a", each]), "--output-file", out];
  return { name: "lcov -a", peer: "lcov", command: "lcov", args, cwd: root, once: true, check: () => checkMerged(out, fileCount) };
}

export function lcovResultMerger(root, fileCount) {
  const out = join(root, "coverage/lcov-result-merger.info");
  const [peer, install] = ["lcov-result-merger", "npm install --global lcov-result-merger"];
  const check = () => checkMerged(out, fileCount);
  return { name: peer, peer, install, command: peer, args: ["coverage/inputs/*.info", out], cwd: root, once: true, check };
}

/** Our own twenty lines around the parser: it merges nothing by itself. */
export function lcovParse(root, fileCount, inputCount) {
  const out = join(root, "coverage/lcov-parse.info");
  const args = [here("../measure/merge-with-lcov-parse.mjs"), out, ...inputs(inputCount)];
  return { name: "lcov-parse + JS", command: process.execPath, args, cwd: root, once: true, check: () => checkMerged(out, fileCount) };
}

const inputs = (count) => Array.from({ length: count }, (_, n) => `coverage/inputs/${String(n).padStart(3, "0")}.info`);

/** `part` is `ms` or `readMs`. */
export function loadManifests(root, name, part) {
  const check = (text) => (JSON.parse(text).manifests === 5 ? undefined : text);
  const msOf = (text) => JSON.parse(text)[part];
  return { name, command: process.execPath, args: [here("../measure/load-manifests.mjs")], cwd: root, check, msOf };
}

/** The program of the set, with core-shared as it is built here. */
export function bootFeatures(root) {
  const link = join(root, "node_modules/@repo/core-shared");
  const prepare = () => {
    rmSync(link, { force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(here("../../packages/core-shared"), link);
  };
  const check = (text) =>
    JSON.parse(text).every(([status, layers, known]) => status === "pass" && layers === 4 && known === 20) ? undefined : text;
  return { name: "five features at boot", prepare, command: process.execPath, args: ["boot.mjs"], cwd: root, check };
}

/** What any reader of the history has to wait for: each text once, and nobody who looks at it. */
export function gitHistory(root) {
  const log = "git log --follow --first-parent --raw --no-abbrev --format= -- coverage/summary.json";
  const args = ["-c", `${log} | cut -d " " -f 4 | git cat-file --batch | wc -c`];
  const check = (text) => (Number(text) > 10e6 ? undefined : text);
  return { name: "git log, git cat-file", command: "sh", args, cwd: root, check };
}

export function coverageTrend(root, pointCount) {
  const args = [here("../../scripts/coverage/trend.mjs"), "--cwd", root, "--json"];
  const check = (text) => {
    const { status, points, warnings } = JSON.parse(text);
    const isRight = status === "pass" && points.length === pointCount && warnings.length === 0;
    return isRight ? undefined : JSON.stringify({ status, points: points.length, warnings });
  };
  return { name: "coverage:trend", command: process.execPath, args, cwd: root, check };
}

function checkDiff(text) {
  const { status, summary } = JSON.parse(text);
  const isRight = status === "pass" && summary.filesGated === 50 && summary.executableLines === 150 && summary.coveredLines === 150;
  return isRight ? undefined : JSON.stringify({ status, summary });
}

function expectLine(text, line) {
  return line.test(text) ? undefined : text.slice(-200);
}

/** Piece by piece: the merged report of a gigabyte is no string. */
function checkMerged(path, fileCount) {
  const file = openSync(path, "r");
  const piece = Buffer.alloc(1 << 20);
  const word = Buffer.from("\nSF:");
  let records = 0;
  for (let from = 0, length; (length = readSync(file, piece, 0, piece.length, from)) > 3; from += length - 3) {
    const bytes = piece.subarray(0, length);
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) records++;
    if (length < piece.length) break;
  }
  closeSync(file);
  return records === fileCount ? undefined : `${path} has ${records} records behind another line, not ${fileCount}`;
}
