import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlakyDocument } from "../contract/flaky.js";
import type { RepoPath } from "../path/repo-path.js";
import { addLoneRuns } from "./add-lone-runs.js";
import { judgeRuns } from "./judge-runs.js";
import type { FileRun, Outcome, PackageRun } from "./model.js";

const places = {
  folders: new Map([
    ["@x/a", "packages/a"],
    ["root", ""],
  ]),
  args: ["-t", "a b"],
};
const OUTCOMES: Readonly<Record<string, Outcome>> = { "+": "passed", "-": "failed", "~": "not-run" };

/** `a+ b-`: tests and what became of them; `!` for a file that failed without any. */
function fileRun(text: string, file = "packages/a/src/a.test.ts"): FileRun {
  const tests = text.split(" ").filter((word) => word !== "" && word !== "!");
  return {
    file: file as RepoPath,
    fault: text.includes("!") ? "cannot load" : null,
    tests: tests.map((word) => ({
      name: word.slice(0, -1),
      outcome: OUTCOMES[word.slice(-1)] as Outcome,
      message: word.endsWith("-") ? `${word} is wrong` : "",
    })),
  };
}

/** One run for each text, with seeds from 1; null for a run without a report. */
function runsOf(texts: readonly (string | null)[], name = "@x/a"): PackageRun[] {
  return texts.map((text, at) => ({
    package: name,
    seed: at + 1,
    isGreen: text !== null && !/[-!%]/.test(text),
    said: "vitest ended",
    files: text === null ? null : [fileRun(text.replace("%", ""))],
  }));
}

const nameOf = ({ file, test }: { readonly file: string | null; readonly test: string | null }) =>
  test ?? file?.replace(/.*\//, "") ?? "the run";
const list = (seeds: readonly number[]) => seeds.join(",");

function shown({ flaky, failing, missing }: Pick<FlakyDocument, "flaky" | "failing" | "missing"> | ReturnType<typeof judgeRuns>): string[] {
  return [
    ...flaky.map((each) => `${nameOf(each)} flaky -${list(each.seeds.failed)} +${list(each.seeds.passed)}: ${each.message}`),
    ...failing.map((each) => `${nameOf(each)} failed ${each.failed}: ${each.message}`),
    ...missing.map((each) => `${each.tests.join(" ")} missing ${list(each.seeds)}`),
  ];
}

it.each<[string, (string | null)[], string[]]>([
  ["what passes in each run is nothing to say", ["a+ b+", "a+ b+"], []],
  ["a test that fails in some runs is flaky", ["a+ b+", "a- b+", "a+ b+"], ["a flaky -2 +1,3: a- is wrong"]],
  ["a test that fails in each run is not", ["a- b+", "a- b+"], ["a failed 2: a- is wrong"]],
  ["what never runs is nothing to say", ["a~ b+", "a~ b+"], []],
  ["a test that was skipped in one run is missing there", ["a~ b+", "a+ b+"], ["a missing 1"]],
  ["a test that was not there in one run is missing there", ["b+", "a+ b+"], ["a missing 1"]],
  ["a test that ran once, and failed, failed in each run", ["b+", "a- b+"], ["a failed 1: a- is wrong", "a missing 1"]],
  [
    "a file that cannot be loaded in one run is flaky, and its tests are missing there, together",
    ["a+ b+", "!", "a+ b+"],
    ["a.test.ts flaky -2 +1,3: cannot load", "a b missing 2"],
  ],
  ["a file that can never be loaded fails", ["!", "!"], ["a.test.ts failed 2: cannot load"]],
  ["a run that failed without a test that did is flaky itself", ["a+", "a+ %"], ["the run flaky -2 +1: vitest ended"]],
  [
    "a run without a report says nothing of tests",
    ["a+", null, "a-"],
    ["the run flaky -2 +1,3: vitest ended", "a flaky -3 +1: a- is wrong"],
  ],
  ["runs without any report fail", [null, null], ["the run failed 2: vitest ended"]],
  ["tests of one name are one, which fails where one of them does", ["a+ a-", "a+ a+", "a~ a+"], ["a flaky -1 +2,3: a- is wrong"]],
  ["no run is nothing to say", [], []],
])("%s", (_sentence, texts, expected) => expect(shown(judgeRuns(runsOf(texts), places))).toEqual(expected));

it("packages, files and tests come in order", () => {
  const file = (name: string) => fileRun("b- a-", name);
  const run = (name: string): PackageRun => ({
    package: name,
    seed: 1,
    isGreen: false,
    said: "",
    files: [file("2.test.ts"), file("1.test.ts")],
  });
  const { failing } = judgeRuns([run("y"), run("x")], places);
  expect(failing.map(({ package: name, file: path, test }) => `${name} ${String(path)[0] ?? ""} ${String(test)}`)).toEqual([
    "x 1 a",
    "x 1 b",
    "x 2 a",
    "x 2 b",
    "y 1 a",
    "y 1 b",
    "y 2 a",
    "y 2 b",
  ]);
});

it("of tests with one name the first that failed says why", () => {
  const tests = ["first", "second"].map((message) => ({ name: "a", outcome: "failed" as const, message }));
  const file: FileRun = { file: "a.test.ts" as RepoPath, fault: null, tests };
  const { failing } = judgeRuns([{ package: "@x/a", seed: 1, isGreen: false, said: "", files: [file] }], places);
  expect(failing.map(({ message }) => message)).toEqual(["first"]);
});

const SHUFFLE = "--sequence.shuffle --sequence.seed";

describe("a failure is run again", () => {
  it.each<[string, string, FileRun[] | null, string]>([
    ["in its file, with the seed", "@x/a", [fileRun("a-")], `pnpm --filter @x/a exec vitest run src/a.test.ts ${SHUFFLE}=7`],
    ["in the package at the root", "root", [fileRun("a-", "src/a [b].test.ts")], `pnpm exec vitest run 'src/a [b].test.ts' ${SHUFFLE}=7`],
    ["as the whole package, with what vitest was told", "@x/a", null, `pnpm --filter @x/a exec vitest run -t 'a b' ${SHUFFLE}=7`],
    [
      "by its whole path outside of the package",
      "@x/a",
      [fileRun("a-", "lib/a.test.ts")],
      `pnpm --filter @x/a exec vitest run lib/a.test.ts ${SHUFFLE}=7`,
    ],
    ["in a package that nobody knows", "gone", [fileRun("a-", "lib/a.test.ts")], `pnpm exec vitest run lib/a.test.ts ${SHUFFLE}=7`],
  ])("%s", (_sentence, name, files, expected) => {
    const { failing } = judgeRuns([{ package: name, seed: 7, isGreen: false, said: "", files }], places);
    expect(failing.map(({ rerun }) => rerun)).toEqual([expected]);
  });
});

/** @param alone a text for each seed again. */
function again(texts: (string | null)[], alone: (string | null)[]): string[] {
  const file = "packages/a/src/a.test.ts";
  const lone = [...runsOf(alone).map((run) => ({ file, run })), ...runsOf(["a+"], "other").map((run) => ({ file, run }))];
  const { flaky } = judgeRuns(runsOf(texts), places);
  return addLoneRuns(flaky, [...lone, { file: "packages/a/src/b.test.ts", run: runsOf(["a-"])[0] as PackageRun }], places).map(
    (test) =>
      `${nameOf(test)} ${test.again.map((each) => each.alone).join(" ")}, reproduced ${test.reproduced}, order ${test.orderDecides}, ${test.rerun.slice(35)}`,
  );
}

describe("a flaky test whose file ran alone", () => {
  it.each<[string, (string | null)[], (string | null)[], string[]]>([
    [
      "and each seed came to the same depends on the order",
      ["a+", "a-"],
      ["a+", "a-"],
      [`a passed failed, reproduced true, order true, src/a.test.ts ${SHUFFLE}=2`],
    ],
    [
      "and it failed with a seed that it had passed with depends on more",
      ["a+", "a-", "a-"],
      ["a-", "a+", "a-"],
      [`a failed passed failed, reproduced true, order false, src/a.test.ts ${SHUFFLE}=3`],
    ],
    [
      "and it never failed is run again with all of the package",
      ["a+", "a-"],
      ["a+", "a+"],
      [`a passed passed, reproduced false, order false, -t 'a b' ${SHUFFLE}=2`],
    ],
    ["and was not there", ["a+", "a-"], [null, "b+"], [`a not-run not-run, reproduced false, order false, -t 'a b' ${SHUFFLE}=2`]],
    [
      "is its file, where that is what failed",
      ["a+", "!"],
      ["a+", "!"],
      [`a.test.ts passed failed, reproduced true, order true, src/a.test.ts ${SHUFFLE}=2`],
    ],
    [
      "and had not run with one of the seeds",
      ["a+", "a-", "b+"],
      ["a+", "a-", "b+"],
      [`a passed failed not-run, reproduced true, order true, src/a.test.ts ${SHUFFLE}=2`],
    ],
  ])("%s", (_sentence, texts, alone, expected) => expect(again(texts, alone)).toEqual(expected));

  it("is as before where nothing ran alone", () => {
    const { flaky } = judgeRuns(runsOf(["a+", "a-"]), places);
    expect(addLoneRuns(flaky, [], places)).toEqual(flaky);
    expect(flaky[0]).toMatchObject({ again: [], reproduced: null, orderDecides: null });
  });
});

it("a test is flaky exactly where it passed and failed, whatever else is in the runs", () => {
  const outcome = fc.constantFrom("+", "-", "~");
  fc.assert(
    fc.property(fc.array(fc.tuple(outcome, outcome), { minLength: 1, maxLength: 6 }), (each) => {
      const { flaky, failing } = judgeRuns(runsOf(each.map(([a, b]) => `a${a} b${b}`)), places);
      const of = (test: string, at: 0 | 1) => {
        const seen = new Set(each.map((pair) => pair[at]));
        expect(flaky.some((one) => one.test === test)).toBe(seen.has("+") && seen.has("-"));
        expect(failing.some((one) => one.test === test)).toBe(seen.has("-") && !seen.has("+"));
      };
      of("a", 0);
      of("b", 1);
    }),
  );
});
