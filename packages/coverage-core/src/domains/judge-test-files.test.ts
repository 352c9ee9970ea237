import { describe, expect, it } from "vitest";
import { asRepoPath, type RepoPath } from "../path/repo-path.js";
import { judgeTestFiles, type PlacedTest } from "./judge-test-files.js";

const A = asRepoPath("tests/test_a.py");
const B = asRepoPath("tests/test_b.py");
const HOME = { name: "api", folder: "" as const, manifest: null, manifestFile: null };

function test(file: RepoPath | null, outcome: PlacedTest["outcome"], more: Partial<PlacedTest> = {}): PlacedTest {
  return { file, path: file, dotted: [], name: "a.test_x", outcome, message: outcome === "errored" ? "no such module" : "", ...more };
}

interface Known {
  readonly tests: readonly PlacedTest[];
  readonly files?: readonly RepoPath[];
  readonly reports?: readonly string[];
  readonly measuring?: readonly RepoPath[];
}

/** Errors and warnings, then how many contributed. */
function check(
  { tests, files = [A, B], reports = ["junit.xml"], measuring }: Known,
  expected: readonly string[],
  contributed: number | null,
): void {
  const judged = judgeTestFiles({
    package: HOME,
    files,
    reports,
    tests,
    measuring: measuring === undefined ? null : new Set(measuring),
  });
  expect([...judged.errors, ...judged.warnings].map(({ code, message }) => `${code} ${message}`)).toEqual(expected);
  expect(judged.contributed).toBe(contributed);
  for (const { hint } of judged.errors) expect(hint).toContain("python3 -m pytest");
}

describe("every test file has contributed", () => {
  it.each<[string, Known, string[], number | null]>([
    ["where a test of each ran", { tests: [test(A, "ran"), test(B, "ran")] }, [], 2],
    ["but one of which no test is known", { tests: [test(A, "ran")] }, [`TEST_FILE_SILENT ${B}: no test of it is in junit.xml`], 1],
    [
      "but one whose tests were skipped",
      { tests: [test(A, "ran"), test(B, "skipped"), test(B, "skipped")] },
      [`TEST_FILE_SILENT ${B}: its 2 tests did not run`],
      1,
    ],
    ["where one of its tests ran", { tests: [test(A, "ran"), test(B, "skipped"), test(B, "ran")] }, [], 2],
    [
      "but one that covered nothing",
      { tests: [test(A, "ran"), test(B, "ran")], measuring: [A] },
      [`TEST_FILE_SILENT ${B}: its 1 test ran, and covered no line`],
      1,
    ],
    ["where a report says that each covered something", { tests: [test(A, "ran"), test(B, "ran")], measuring: [A, B] }, [], 2],
    [
      "but none, where no test ran at all",
      { tests: [] },
      [`TEST_FILE_SILENT ${A}: no test of it is in junit.xml`, `TEST_FILE_SILENT ${B}: no test of it is in junit.xml`],
      0,
    ],
    [
      "but none, where tests of other files ran",
      { tests: [test(null, "ran", { path: "tests/test_old.py" })], files: [A] },
      [`TEST_FILE_SILENT ${A}: no test of it is in junit.xml`],
      0,
    ],
    [
      "but none, where dotted names are of other files",
      { tests: [test(null, "ran", { dotted: ["tests", "test_old"] })], files: [A] },
      [`TEST_FILE_SILENT ${A}: no test of it is in junit.xml`],
      0,
    ],
    ["where there is none", { tests: [test(null, "ran")], files: [] }, [], 0],
    [
      "as far as anybody knows, where there is no test report",
      { tests: [], reports: [] },
      ["TEST_FILES_UNTOLD api: no test report says which of its 2 test files ran"],
      null,
    ],
    [
      "as far as anybody knows, where tests are not named by their files",
      { tests: [test(null, "ran")], files: [asRepoPath("a_test.go")] },
      ["TEST_FILES_UNTOLD api: junit.xml does not say in which files its tests stand"],
      null,
    ],
  ])("%s", (_sentence, known, expected, contributed) => check(known, expected, contributed));
});

describe("a test errored before it measured", () => {
  it.each<[string, Known, string[], number | null]>([
    [
      "which is told of its file, and not that it is silent",
      { tests: [test(A, "ran"), test(B, "errored")] },
      [`TESTS_ERRORED ${B}: a.test_x did not get to its end: no such module`],
      1,
    ],
    [
      "with others of its file, which is one fault",
      { tests: [test(A, "ran"), test(B, "ran"), test(B, "errored"), test(B, "errored")] },
      [`TESTS_ERRORED ${B}: a.test_x did not get to its end: no such module, and 1 more`],
      2,
    ],
    [
      "in a file that nobody knows",
      { tests: [test(A, "ran"), test(B, "ran"), test(null, "errored", { name: "tests.test_z.py" })] },
      ["TESTS_ERRORED tests.test_z.py: tests.test_z.py did not get to its end: no such module"],
      2,
    ],
    [
      "in a package without test files",
      { tests: [test(null, "errored", { name: "x.py" })], files: [] },
      ["TESTS_ERRORED x.py: x.py did not get to its end: no such module"],
      0,
    ],
  ])("%s", (_sentence, known, expected, contributed) => check(known, expected, contributed));
});
