import { expect, it } from "vitest";
import type { FileRun } from "./model.js";
import { parseFileRuns } from "./parse-file-runs.js";

const report = (...files: object[]) => JSON.stringify({ numTotalTests: 1, testResults: files });
const file = (more: object) => ({ name: "/repo/packages/a/src/a.test.ts", status: "passed", message: "", assertionResults: [], ...more });

/** Each file as its name, its fault behind `!`, and its tests. */
function check(text: string, expected: readonly string[] | null): void {
  const shown = (run: FileRun) =>
    [
      `${run.file}${run.fault === null ? "" : ` ! ${run.fault}`}`,
      ...run.tests.map(({ name, outcome, message }) => `${name}: ${outcome} ${message}`.trim()),
    ].join("; ");
  expect(parseFileRuns(text, "/repo")?.map(shown) ?? null).toEqual(expected);
}

const NAME = "packages/a/src/a.test.ts";

it.each<[string, string, readonly string[] | null]>([
  [
    "a test has its suites in its name, and what it failed with, without where",
    report(
      file({
        status: "failed",
        assertionResults: [
          { ancestorTitles: ["cart", "empty"], title: "is free", status: "passed" },
          { ancestorTitles: [], title: "adds", status: "failed", failureMessages: ["Error: no\n\nseed 1\n  at a.ts", "more"] },
        ],
      }),
    ),
    [`${NAME}; cart > empty > is free: passed; adds: failed Error: no\nseed 1`],
  ],
  [
    "what was skipped, or is still to be written, did not run",
    report(file({ assertionResults: ["skipped", "pending", "todo", "disabled"].map((status) => ({ title: status, status })) })),
    [`${NAME}; skipped: not-run; pending: not-run; todo: not-run; disabled: not-run`],
  ],
  ["a file that cannot be loaded says why", report(file({ status: "failed", message: "1\n2\n3\n4\n5\n6" })), [`${NAME} ! 1\n2\n3\n4\n5`]],
  [
    "a file whose hook failed does not say it",
    report(file({ status: "failed", assertionResults: [{ title: "a", status: "skipped" }] })),
    [`${NAME} ! a hook failed, or what the file does while it is loaded; a: not-run`],
  ],
  ["a file of another folder keeps its path", report(file({ name: "/else/b.test.ts" })), ["/else/b.test.ts"]],
  ["a path of Windows is read", report(file({ name: "\\repo\\b.test.ts" })), ["b.test.ts"]],
  ["what is not a file of tests is left out", report({}, file({}), { assertionResults: 7 }).replace("{},", "7,"), [NAME, ""]],
  ["what is no JSON is no report", "{", null],
  ["other JSON is no report", '{ "testResults": 1 }', null],
  ["a list is no report", "[]", null],
])("%s", (_sentence, text, expected) => check(text, expected));
