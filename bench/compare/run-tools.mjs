// Runs both programs on one repository. An answer is { exitCode, outcome, blamed, says }:
// `outcome` is pass, fail, or refused where there is no verdict; `blamed` has lines by file.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DOOR = fileURLToPath(new URL("../../scripts/coverage/diff.mjs", import.meta.url));
const REPORT = "coverage/lcov.info";

/** Nothing of the person's own git configuration, and no hint from CI. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  LC_ALL: "C.UTF-8",
};

export async function askBandline(root, { reports = [REPORT], bandline = [] }) {
  const args = [DOOR, "--base", "main", "--json", ...reports.flatMap((report) => ["--lcov", report]), ...bandline];
  const { exitCode, stdout } = await run(process.execPath, args, root);
  const { status, reason, summary, uncovered, guard, warnings, errors } = JSON.parse(stdout);
  const findings = [...uncovered, ...guard.filter(({ accepted }) => accepted !== true)];
  const outcome = status === "error" ? "refused" : status;
  const lines = `${summary.coveredLines} of ${count(summary.executableLines)}`;
  const pass = [reason ?? lines, ...warnings.map(({ code }) => `warns ${code}`)];
  const fail = kinds(findings);
  const says = { pass, fail, refused: [...errors.map(({ code }) => code), ...fail] }[outcome].join("; ");
  return { exitCode, outcome, blamed: linesByFile(findings), says };
}

export async function askDiffCover(root, { reports = [REPORT], diffCover = [] }) {
  const json = join(root, ".git/diff-cover.json");
  const args = [...reports, "--compare-branch=main", "--fail-under=100", "--json-report", json, ...diffCover];
  const { exitCode, stderr } = await run("diff-cover", args, root);
  // It opens its report before it knows whether it has one.
  const text = existsSync(json) ? readFileSync(json, "utf8") : "";
  if (text === "") return { exitCode, outcome: "refused", blamed: new Map(), says: lastLine(stderr) };
  const { total_num_lines: total, total_percent_covered: percent, src_stats: files } = JSON.parse(text);
  const blamed = new Map(
    Object.entries(files).flatMap(([file, { violation_lines: lines }]) => (lines.length === 0 ? [] : [[file, lines]])),
  );
  const says = [total === 0 ? "no lines" : `${percent} % of ${count(total)}`, ...places(blamed)];
  return { exitCode, outcome: exitCode === 0 ? "pass" : "fail", blamed, says: says.join("; ") };
}

/** @returns undefined where it is not installed. */
export function diffCoverVersion() {
  const { error, stdout } = spawnSync("diff-cover", ["--version"], { encoding: "utf8" });
  return error === undefined ? /\d+(\.\d+)+/.exec(stdout)?.[0] : undefined;
}

function kinds(findings) {
  return [...groupBy(findings, ({ kind }) => kind)].map(([kind, same]) => `${kind} ${places(linesByFile(same)).join(", ")}`);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function linesByFile(findings) {
  const linesOf = (same) => same.flatMap(({ line }) => (line === null ? [] : [line]));
  return new Map([...groupBy(findings, ({ file }) => file)].map(([file, same]) => [file, linesOf(same)]));
}

function count(lines) {
  return lines === 1 ? "1 line" : `${lines} lines`;
}

function places(blamed) {
  return [...blamed].map(([file, lines]) => `\`${[file, ...(lines.length === 0 ? [] : [lines.join(",")])].join(":")}\``);
}

/** Of a traceback the name of its exception: the rest speaks of this run only. */
function lastLine(stderr) {
  const exception = /^(?:\w+\.)*(\w+):/m.exec(stderr.slice(stderr.lastIndexOf("\n  ")).trimStart().split("\n").slice(1).join("\n"));
  return stderr.includes("Traceback") && exception !== null ? `traceback, ${exception[1]}` : (stderr.trim().split("\n").at(-1) ?? "");
}

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (chunk) => (text[name] += chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, ...text }));
  });
}
