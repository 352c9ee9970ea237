import { expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import { judgeCheck, parseCheck } from "./judge-checks.js";

const told = (document: unknown) =>
  judgeCheck(parseCheck("pnpm made", JSON.stringify(document))).map(({ file, line, message, hint }) => [file, line, message, hint]);
const MESSAGE = "it is not what would be generated now";

it.each<[sentence: string, document: object, findings: unknown[]]>([
  ["nothing where it passes", { status: "pass", files: [{ path: "a.md", changed: false }] }, []],
  [
    "one path",
    { status: "fail", path: "state.json", nextActions: ["pnpm work state"] },
    [["state.json", null, MESSAGE, "pnpm work state"]],
  ],
  [
    "each file that differs",
    {
      status: "fail",
      files: [
        { path: "a.md", changed: true },
        { path: "b.md", changed: false },
        { path: "c.md", changed: true },
      ],
    },
    [
      ["a.md", null, MESSAGE, "pnpm made"],
      ["c.md", null, MESSAGE, "pnpm made"],
    ],
  ],
])("of a check is told %s", (_sentence, document, findings) => expect(told(document)).toEqual(findings));

const problem = { code: "MARKERS_BROKEN", message: "AGENTS.md: two", hint: "leave one" };

it.each<[sentence: string, stdout: string, error: object]>([
  ["came to an error", JSON.stringify({ status: "error", exitCode: 2, errors: [problem] }), { ...problem, exitCode: 2 }],
  ["came to an error and does not say which", JSON.stringify({ status: "error", errors: [problem] }), { ...problem, exitCode: 4 }],
  [
    "answered nothing",
    "",
    { code: "CHECK_FAILED", message: "pnpm made could not be asked: it answered no JSON", hint: "pnpm made", exitCode: 4 },
  ],
  [
    "failed and names no file",
    '{ "status": "fail" }',
    { code: "CHECK_FAILED", message: "pnpm made could not be asked: it answered fail and named no file" },
  ],
  ["is of no known status", "{}", { message: "pnpm made could not be asked: it answered undefined and named no file" }],
])("a check that %s is an error, and never a pass", (_sentence, stdout, error) => {
  expect(() => parseCheck("pnpm made", stdout)).toThrow(BandlineError);
  expect(() => parseCheck("pnpm made", stdout)).toThrow(expect.objectContaining(error) as Error);
});
