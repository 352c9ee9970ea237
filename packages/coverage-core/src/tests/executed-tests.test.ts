import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import { readExecutedTests } from "./executed-tests.js";

/** `outcome place name message`. */
async function check(text: string, expected: readonly string[]): Promise<void> {
  const tests = await readExecutedTests(Buffer.from(text), "r");
  const shown = tests.map(({ outcome, path, dotted, name, message }) =>
    [outcome, path ?? (dotted.length === 0 ? "–" : dotted.join(" ")), name, ...(message === "" ? [] : [`(${message})`])].join(" "),
  );
  expect(shown).toEqual(expected);
}

const suite = (inside: string, attributes = "") => `<testsuite name="s"${attributes}>${inside}</testsuite>`;
const PYTEST = 'classname="tests.test_a" name="test_x"';
const one = (attributes: string, inside = "") => suite(`<testcase ${attributes}>${inside}</testcase>`);

describe("JUnit XML tells of its tests", () => {
  it.each<[string, string, string[]]>([
    ["by their file, as pytest's xunit1", one(`${PYTEST} file="tests/test_a.py"`), ["ran tests/test_a.py tests.test_a.test_x"]],
    ["by their dotted name, as pytest's xunit2", one(PYTEST), ["ran tests test_a tests.test_a.test_x"]],
    ["by that of a class in a class, as Java's", one('classname="com.A$B" name="t"'), ["ran com A B com.A$B.t"]],
    ["by the file of their suite", suite('<testcase name="t"/>', ' file="a.js"'), ["ran a.js t"]],
    ["by the file of a suite around it", suite(suite('<testcase name="t"/>'), ' file="a.js"'), ["ran a.js t"]],
    [
      "by a file in the place of a class, as vitest's",
      one('classname="src/a.test.ts" name="a > b"'),
      ["ran src/a.test.ts src/a.test.ts.a > b"],
    ],
    ["not by a package of Go", one('classname="example.com/shop/price" name="TestX"'), ["ran – example.com/shop/price.TestX"]],
    ["not at all where nothing is said", one(""), ["ran – "]],
    ["that were skipped", one(PYTEST, '<skipped type="pytest.skip"/>'), ["skipped tests test_a tests.test_a.test_x"]],
    ["that failed, which ran", one(PYTEST, '<failure message="1 != 2"/>'), ["ran tests test_a tests.test_a.test_x"]],
    ["that were expected to fail, which ran", one(PYTEST, '<skipped type="pytest.xfail"/>'), ["ran tests test_a tests.test_a.test_x"]],
    [
      "whose set-up failed",
      one(PYTEST, '<error message="failed on setup with &quot;ValueError: x&quot;">E   ValueError: x</error>'),
      ['errored tests test_a tests.test_a.test_x (failed on setup with "ValueError: x")'],
    ],
    [
      "whose teardown failed, which ran",
      one(PYTEST, '<error message="failed on teardown with x"/>'),
      ["ran tests test_a tests.test_a.test_x"],
    ],
    [
      "of a file that could not be collected, which pytest names in place of the test",
      one('classname="" name="tests.test_b"', '<error message="collection failure">tests/test_b.py:1: in x\nE   RuntimeError: no</error>'),
      ["errored tests test_b tests.test_b (collection failure: RuntimeError: no)"],
    ],
    [
      "of a file that could not be loaded, which vitest names twice",
      one('classname="src/a.test.ts" name="src/a.test.ts"', '<failure message="no module"/>'),
      ["errored src/a.test.ts src/a.test.ts (no module)"],
    ],
    [
      "that errored without a message",
      one(PYTEST, "<error> \n  at line 1\n  at line 2</error>"),
      ["errored tests test_a tests.test_a.test_x (at line 1)"],
    ],
    ["that errored without a word", one(PYTEST, "<error/>"), ["errored tests test_a tests.test_a.test_x"]],
  ])("%s", (_sentence, text, expected) => check(text, expected));
});

describe("the JSON of vitest and Jest tells of its tests", () => {
  const json = (...testResults: unknown[]) => JSON.stringify({ numTotalTests: 1, testResults });
  const file = (statuses: string[], more: object = {}) => ({
    name: "/r/a.test.ts",
    assertionResults: statuses.map((status) => ({ status, fullName: "is a" })),
    ...more,
  });

  it.each<[string, string, string[]]>([
    [
      "by their file",
      json(file(["passed", "failed", "skipped", "todo"])),
      ["ran /r/a.test.ts is a", "ran /r/a.test.ts is a", "skipped /r/a.test.ts is a", "skipped /r/a.test.ts is a"],
    ],
    [
      "of a file that could not be loaded",
      json(file([], { status: "failed", message: "\nno module\nat x" })),
      ["errored /r/a.test.ts /r/a.test.ts (no module)"],
    ],
    [
      "of a hook that threw",
      json(file(["skipped"], { status: "failed" })),
      ["skipped /r/a.test.ts is a", "errored /r/a.test.ts /r/a.test.ts"],
    ],
    ["of a file whose test failed", json(file(["failed"], { status: "failed" })), ["ran /r/a.test.ts is a"]],
    ["of a file without a name", json({ assertionResults: [{ status: "passed", fullName: "is a" }, 7] }), ["ran – is a"]],
    ["not, where there are none", json({}, 7), []],
  ])("%s", (_sentence, text, expected) => check(text, expected));
});

describe("nothing is told", () => {
  it.each<[string, string]>([
    ["by other JSON", '{ "testResults": 7 }'],
    ["by JSON that is a list", '[{ "testResults": [] }]'],
    ["by other XML", "<coverage/>"],
    ["by lcov", "TN:\nSF:a\nend_of_record\n"],
  ])("%s", (_sentence, text) => check(text, []));
});

it("no bytes make anything but an answer or an error of ours", async () => {
  const good = Buffer.from(one(PYTEST, '<error message="x">E  y</error>'));
  const changed = fc
    .tuple(fc.nat(good.length - 1), fc.uint8Array({ maxLength: 4 }))
    .map(([at, bytes]) => Buffer.concat([good.subarray(0, at), bytes, good.subarray(at + bytes.length)]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), changed), async (bytes) => {
      const outcome: unknown = await readExecutedTests(bytes, "r").catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome instanceof BandlineError : true).toBe(true);
    }),
  );
});
