import { describe, expect, it } from "vitest";
import type { CoverageDiffDocument } from "../contract/coverage-diff.js";
import type { ExitCode } from "../contract/exit-code.js";
import { emptyDocument } from "./diff-document.js";
import { hookAnswer } from "./hook-text.js";

const fault = (exitCode: ExitCode, code: string): CoverageDiffDocument =>
  emptyDocument(exitCode, [{ code, message: "m\n m", hint: "do y" }]);
const failed = (nextActions: string[]): CoverageDiffDocument => ({ ...emptyDocument(1, []), status: "fail", nextActions });

function check(document: CoverageDiffDocument, exitCode: number, lines: readonly string[]): void {
  const answer = hookAnswer(document);
  expect(answer.exitCode).toBe(exitCode);
  expect(answer.text).toBe(lines.map((line) => `${line}\n`).join(""));
}

describe("an agent's hook", () => {
  it("hears nothing of a pass", () => {
    check({ ...emptyDocument(0, []), status: "pass" }, 0, []);
  });

  it("is held by a failed gate, and told what to do and how to judge again", () => {
    check(failed(["test a.ts:3"]), 2, [
      "coverage:diff fail: 0 of 0 changed executable lines ran",
      "- test a.ts:3",
      "Run pnpm coverage:diff until it passes.",
    ]);
  });

  it("is told no more than eight things, and none at great length", () => {
    const { text } = hookAnswer(failed(Array.from({ length: 9 }, () => "x".repeat(700))));
    const lines = text.split("\n");
    expect(lines.slice(1, 9)).toEqual(Array.from({ length: 8 }, () => `- ${"x".repeat(600)}…`));
    expect(lines[9]).toBe("- and more, as pnpm coverage:diff lists them");
  });

  it.each<[string, ExitCode, string, number]>([
    ["a report that cannot be trusted", 3, "REPORT_MISSING", 2],
    ["a manifest that the agent can mend", 2, "MANIFEST_INVALID", 2],
    ["its own command line", 2, "USAGE", 1],
    ["the environment", 4, "BASE_NOT_FOUND", 1],
    ["a bug of ours", 70, "BUG", 1],
  ])("of %s is told the code, the message and the mend", (_sentence, from, code, exitCode) => {
    const again = exitCode === 2 ? ["Run pnpm coverage:diff until it passes."] : [];
    check(fault(from, code), exitCode, ["coverage:diff error", `- ${code}: m m; then: do y`, ...again]);
  });
});
