/** vitest's JSON report → what became of each test. */
import { isRecord, jsonOf } from "../json-value.js";
import type { RepoPath } from "../path/repo-path.js";
import type { FileRun, Outcome, TestOutcome } from "./model.js";

const NO_MESSAGE = "a hook failed, or what the file does while it is loaded";

/**
 * @param root the repository's, absolute: files are named from there.
 * @returns by file; null where it is no report of vitest's. Never throws.
 */
export function parseFileRuns(text: string, root: string): FileRun[] | null {
  const report = jsonOf(text);
  if (!isRecord(report) || !Array.isArray(report["testResults"])) return null;
  return report["testResults"].filter(isRecord).map((file) => fileRun(file, root));
}

function fileRun(file: Readonly<Record<string, unknown>>, root: string): FileRun {
  const path = textOf(file["name"]).replaceAll("\\", "/");
  const results = Array.isArray(file["assertionResults"]) ? file["assertionResults"].filter(isRecord) : [];
  const tests = results.map(testOutcome);
  const hasFault = file["status"] === "failed" && tests.every(({ outcome }) => outcome !== "failed");
  return {
    file: (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path) as RepoPath,
    fault: hasFault ? saidIn(textOf(file["message"])) || NO_MESSAGE : null,
    tests,
  };
}

function testOutcome(test: Readonly<Record<string, unknown>>): TestOutcome {
  const titles = [...listOf(test["ancestorTitles"]), test["title"]].map(textOf);
  const outcome: Outcome = test["status"] === "passed" || test["status"] === "failed" ? test["status"] : "not-run";
  return { name: titles.join(" > "), outcome, message: saidIn(textOf(listOf(test["failureMessages"])[0])) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

const MOST_LINES = 5;

/** What an error says, without where it was thrown. */
function saidIn(text: string): string {
  const [said = ""] = text.trim().split(/\n\s+at /);
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, MOST_LINES).join("\n");
}
