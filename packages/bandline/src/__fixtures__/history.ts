import { pctOf, type SummaryDocument } from "@repo/coverage-core";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { execFileSync } from "node:child_process";

/** Covered and total of lines; the other metrics have one of one. */
export type Lines = readonly [covered: number, total: number];

export const totalsOf = ([covered, total]: Lines) => {
  const one = { covered: 1, total: 1, pct: 100 };
  return { statements: one, branches: one, functions: one, lines: { covered, total, pct: pctOf(covered, total) } };
};

/** A summary of one package, `@shop/shop`, with one layer; `measured` is the commit that it says. */
export function summaryOf(lines: Lines, measured: string, more: Partial<SummaryDocument> = {}): SummaryDocument {
  const totals = totalsOf(lines);
  const shop = { ...totals, byLayer: { entities: totals }, tests: { count: 3, durationMs: 1500 } };
  return {
    schemaVersion: "1.0",
    generatedAt: "2026-02-01T00:00:00.000Z",
    commit: measured,
    provider: "v8",
    repo: totals,
    byPackage: { "@shop/shop": shop },
    ...more,
  };
}

export const SUMMARY = "coverage/summary.json";
export const textOf = (summary: unknown) => `${JSON.stringify(summary, null, 2)}\n`;

/** One commit: a day of 2026, what it says, and what it writes. */
export interface Commit {
  readonly day: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A repository with these commits on main; git's own command for imports is the only one that takes dates and is quick. */
export function createHistory(commits: readonly Commit[]): TempRepo {
  const repo = createTempRepo();
  addCommits(repo, commits);
  return repo;
}

/** More of them behind what is there. */
export function addCommits(repo: TempRepo, commits: readonly Commit[]): void {
  if (commits.length === 0) return;
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const hasMain = repo.git("branch", "--list", "main") !== "";
  const stream = commits.map(({ day, message, files }, index) => {
    const from = index === 0 && hasMain ? "from refs/heads/main^0\n" : "";
    const who = `committer T <t@example.invalid> ${Date.parse(`2026-${day}T12:00:00Z`) / 1000} +0000\n`;
    const written = Object.entries(files).map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`);
    return `commit refs/heads/main\n${who}${data(message)}${from}${written.join("")}\n`;
  });
  execFileSync("git", ["fast-import", "--quiet", "--force"], { cwd: repo.root, input: stream.join("") });
  repo.git("reset", "--quiet", "--hard", "main");
}

/** A commit that records a summary. */
export function recorded(day: string, lines: Lines, measured: string, more: Partial<SummaryDocument> = {}): Commit {
  return { day, message: `record ${measured}`, files: { [SUMMARY]: textOf(summaryOf(lines, measured, more)) } };
}
