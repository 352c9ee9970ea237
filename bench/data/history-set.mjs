import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git.mjs";
import { randomOf } from "./random.mjs";

/** Summaries of about 19 kB each. */
export const POINTS = 1_000;
/** Commits of other files before each of them. */
const COMMITS_BETWEEN = 9;
const PACKAGES = 10;
const LAYERS = ["baseline", "controllers", "entities", "use-cases"];
const METRICS = ["statements", "branches", "functions", "lines"];
const BEGUN_S = 1_600_000_000;
const STEP_S = 600;

const MAKERS = ["history-set", "random", "git"];
const stamp = MAKERS.reduce((hash, name) => hash.update(readFileSync(new URL(`${name}.mjs`, import.meta.url))), createHash("sha1"))
  .digest("hex")
  .slice(0, 12);

/**
 * A summary recorded a thousand times, each time of another commit, which is there. By git's own import: commits one by one take minutes.
 * @returns the folder of the set, made unless it is there.
 */
export function historySet(parent, tell) {
  const root = join(parent, `history-${stamp}`);
  if (existsSync(root)) return root;
  tell(`making ${root}`);
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  git(unfinished, "init", "--quiet", "--initial-branch", "main");
  const measured = importCommits(unfinished, "measured", (index) => [[`src/m${index % 50}.ts`, `${index}\n`]], POINTS);
  const random = randomOf(1);
  const each = COMMITS_BETWEEN + 1;
  const filesOf = (index) =>
    index % each === COMMITS_BETWEEN
      ? [["coverage/summary.json", summaryText(measured[Math.floor(index / each)].slice(0, 7), index, random)]]
      : [[`src/f${index % 50}.ts`, `${index}\n`]];
  importCommits(unfinished, "main", filesOf, POINTS * each);
  git(unfinished, "reset", "--quiet", "--hard", "main");
  git(unfinished, "gc", "--quiet");
  renameSync(unfinished, root);
  return root;
}

/** @returns the ids of the commits, the first first. */
function importCommits(root, branch, filesOf, count) {
  const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const parts = Array.from({ length: count }, (_, index) => {
    const who = `committer bench <bench@example.invalid> ${BEGUN_S + index * STEP_S} +0000\n`;
    const files = filesOf(index).map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`);
    return `commit refs/heads/${branch}\nmark :${index + 1}\n${who}${data(`change ${index}`)}${files.join("")}\n`;
  });
  const marks = join(root, ".git", `${branch}-marks`);
  execFileSync("git", ["fast-import", "--quiet", `--export-marks=${marks}`], { cwd: root, input: parts.join("") });
  const lines = readFileSync(marks, "utf8").trim().split("\n");
  const ids = new Map(lines.map((line) => line.slice(1).split(" ")));
  return parts.map((_, index) => ids.get(String(index + 1)));
}

function summaryText(commit, index, random) {
  const totals = () =>
    Object.fromEntries(
      METRICS.map((metric) => {
        const [covered, total] = [random(180, 200), 200];
        return [metric, { covered, total, pct: covered / 2 }];
      }),
    );
  const packageOf = () => ({
    ...totals(),
    byLayer: Object.fromEntries(LAYERS.map((layer) => [layer, totals()])),
    tests: { count: random(20, 90), durationMs: random(100, 9_000) },
  });
  const byPackage = Object.fromEntries(Array.from({ length: PACKAGES }, (_, n) => [`@bench/package-${n}`, packageOf()]));
  const generatedAt = new Date((BEGUN_S + index * STEP_S) * 1_000).toISOString();
  return `${JSON.stringify({ schemaVersion: "1.0", generatedAt, commit, provider: "v8", repo: totals(), byPackage }, null, 2)}\n`;
}
