import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import { readTestReport } from "./read-test-report.js";
import { sumTests } from "./test-facts.js";

/** `ran`, of which `failed`, beside `skipped`; then milliseconds. null for what is no test report. */
async function check(text: string, expected: string | null): Promise<void> {
  const facts = await readTestReport(Buffer.from(text), "r");
  const shown = facts && `${facts.count} ran, ${facts.failed} failed, ${facts.skipped} skipped, ${facts.durationMs} ms`;
  expect(shown ?? null).toBe(expected);
}

const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';
const suite = (inside: string, attributes = "") => `<testsuite name="s"${attributes}>${inside}</testsuite>`;
const test = (inside = "", attributes = "") => `<testcase classname="c" name="t"${attributes}>${inside}</testcase>`;

describe("JUnit XML is counted by its test cases", () => {
  it.each<[string, string, string]>([
    ["of one suite", PROLOG + suite(test() + test("<failure/>") + test("<error message='x'/>")), "3 ran, 2 failed, 0 skipped, 0 ms"],
    ["whatever sums the suite states", suite(test(), ' tests="7" failures="3"'), "1 ran, 0 failed, 0 skipped, 0 ms"],
    [
      "of suites in suites, each case once",
      `<testsuites tests="3">${suite(test() + suite(test() + suite(test()), ""))}</testsuites>`,
      "3 ran, 0 failed, 0 skipped, 0 ms",
    ],
    ["that stand in no suite", `<testsuites>${test()}</testsuites>`, "1 ran, 0 failed, 0 skipped, 0 ms"],
    [
      "with text and other elements between them",
      suite(
        `<properties><property name="a" value="b"/></properties>${test("<system-out>&lt;failure/&gt;</system-out>")}<system-out>x</system-out>`,
      ),
      "1 ran, 0 failed, 0 skipped, 0 ms",
    ],
    ["not at all where there is none", "<testsuites/>", "0 ran, 0 failed, 0 skipped, 0 ms"],
    ["with several failures of one test", suite(test("<failure/><failure/>")), "1 ran, 1 failed, 0 skipped, 0 ms"],
    [
      "with a test that passed when it was run again, as Surefire tells it",
      suite(test("<flakyFailure/>")),
      "1 ran, 0 failed, 0 skipped, 0 ms",
    ],
    ["with a test that failed again, as Surefire tells it", suite(test("<failure/><rerunFailure/>")), "1 ran, 1 failed, 0 skipped, 0 ms"],
  ])("%s", (_sentence, text, expected) => check(text, expected));
});

describe("in JUnit XML a test did not run", () => {
  const [ran, skipped] = ["1 ran, 0 failed, 0 skipped, 0 ms", "0 ran, 0 failed, 1 skipped, 0 ms"];

  it.each<[string, string, string]>([
    ["that is skipped", test("<skipped/>"), skipped],
    ["that is skipped with a reason, as Surefire writes it", test('<skipped message="no"><![CDATA[why]]></skipped>'), skipped],
    ["that googletest has disabled", test("", ' status="notrun" result="suppressed"'), skipped],
    ["that CTest has disabled", test("", ' status="disabled"'), skipped],
    ["but one that googletest has run did", test("", ' status="run" result="completed"'), ran],
    ["but one that pytest expected to fail did", test('<skipped type="pytest.xfail" message="bug 7"/>'), ran],
    ["but one that pytest expected to fail without a reason did", test('<skipped type="pytest.xfail"/>'), ran],
    ["that pytest was told not to run", test('<skipped type="pytest.xfail" message="[NOTRUN] hangs"/>'), skipped],
    ["but one that is skipped and failed all the same did", test("<skipped/><failure/>"), "1 ran, 1 failed, 0 skipped, 0 ms"],
  ])("%s", (_sentence, inside, expected) => check(suite(inside), expected));
});

describe("pytest tells twice of a test that failed and was not torn down", () => {
  const torn = '<error message="failed on teardown with &quot;x&quot;"/>';

  it.each<[string, string, string]>([
    ["which is one", test("<failure/>") + test(torn), "1 ran, 1 failed, 0 skipped, 0 ms"],
    ["where it passed first, once", test() + test(torn), "2 ran, 1 failed, 0 skipped, 0 ms"],
    ["and another test is another", test("<failure/>") + test(torn).replace("classname", "class"), "2 ran, 2 failed, 0 skipped, 0 ms"],
    [
      "and another error is another test of that name",
      test("<failure/>") + test("<error message='x'/>") + test("<failure/><error/>"),
      "3 ran, 3 failed, 0 skipped, 0 ms",
    ],
  ])("%s", (_sentence, inside, expected) => check(suite(inside), expected));
});

describe("how long the tests of JUnit XML took", () => {
  const inSuites = (inside: string, time = "") => `<testsuites${time}>${inside}</testsuites>`;
  const timed = (time: string) => suite("", ` time="${time}"`);

  it.each<[string, string, number]>([
    ["is what the suite says, in seconds", suite(test("", ' time="9"'), ' time="1.5"'), 1500],
    ["is what its tests say, where it says nothing", suite(test("", ' time="0.25"') + test("", ' time="0.5"') + test()), 750],
    ["is what its tests say, where it says less than nothing", suite(test("", ' time="0.25"'), ' time=""'), 250],
    ["is that of all suites, not of the clock", inSuites(timed("2") + timed("3"), ' time="3.1"'), 5000],
    ["is that of the clock, where nobody else says it", inSuites(suite(test()), ' time="3.1"'), 3100],
    ["counts no inner suite again", inSuites(suite(timed("2") + timed("3"), ' time="6"')), 6000],
    ["is read with thousands", timed("1,234.5"), 1_234_500],
    ["is read with thousands of thousands", timed("1,234,567"), 1_234_567_000],
    ["is read with a decimal comma", timed("0,123"), 123],
    ["is read with a decimal comma behind tens", timed("12,5"), 12_500],
    ["is read in the scientific way", timed("1.5E-2"), 15],
    ["is read without a first figure", timed(".5"), 500],
    ["is nothing where the clock was set back", timed("-0.5"), 0],
  ])("%s", async (_sentence, text, durationMs) => {
    expect((await readTestReport(Buffer.from(text), "r"))?.durationMs).toBe(durationMs);
  });
});

describe("the JSON of vitest and Jest is counted by its tests", () => {
  const json = (...files: object[]) => JSON.stringify({ numTotalTests: 99, testResults: files });
  const file = (statuses: string[], more: object = {}) => ({
    status: "passed",
    assertionResults: statuses.map((status) => ({ status })),
    ...more,
  });

  it.each<[string, string, string]>([
    ["of all files", json(file(["passed", "failed"]), file(["passed"])), "3 ran, 1 failed, 0 skipped, 0 ms"],
    [
      "those apart that did not run, by any word",
      json(file(["passed", "skipped", "todo", "pending", "disabled"])),
      "1 ran, 0 failed, 4 skipped, 0 ms",
    ],
    [
      "with a file that could not be loaded",
      json(file([], { status: "failed", message: "no such module" })),
      "1 ran, 1 failed, 0 skipped, 0 ms",
    ],
    ["with a hook that failed, whose tests did not run", json(file(["skipped"], { status: "failed" })), "1 ran, 1 failed, 1 skipped, 0 ms"],
    [
      "without counting a file whose test failed",
      json(file(["failed", "passed"], { status: "failed" })),
      "2 ran, 1 failed, 0 skipped, 0 ms",
    ],
    ["with a word that is none as one that did not run", json({ assertionResults: [7, {}] }), "0 ran, 0 failed, 2 skipped, 0 ms"],
    ["of no file", json(), "0 ran, 0 failed, 0 skipped, 0 ms"],
    [
      "and what its files took is added up",
      json(
        file([], { startTime: 1, endTime: 5.4 }),
        file([], { startTime: 9 }),
        file([], { startTime: 9, endTime: 7 }),
        file([], { startTime: 2, endTime: 4 }),
      ),
      "0 ran, 0 failed, 0 skipped, 6 ms",
    ],
  ])("%s", (_sentence, text, expected) => check(text, expected));
});

describe("what is no test report", () => {
  it.each<[string, string]>([
    ["is a report of coverage", "<coverage><packages/></coverage>"],
    ["is lcov", "TN:\nSF:a\nend_of_record\n"],
    ["is other JSON", '{ "numTotalTests": 1 }'],
    ["is other JSON with results", '{ "testResults": [] }'],
    ["is JSON without fields", "[]"],
    ["is text", "ok 1"],
  ])("%s", (_sentence, text) => check(text, null));

  it.each<[string, string, string, string]>([
    ["JUnit XML that is cut off", suite(test()).slice(0, -12), "REPORT_TRUNCATED", "the XML stops before its end"],
    ["JSON that is cut off", '{ "numTotalTests"', "REPORT_TRUNCATED", "the JSON stops before its end"],
    [
      "a file without tests",
      '{ "numTotalTests": 1, "testResults": [{}] }',
      "REPORT_MALFORMED",
      "r: testResults[0]: expected a test file with its assertionResults",
    ],
    ["a file that is none", '{ "numTotalTests": 1, "testResults": [7] }', "REPORT_MALFORMED", "r: testResults[0]: expected a test file"],
    ["a time that is none", PROLOG + suite(test("", ' time="soon"')), "REPORT_MALFORMED", 'r:2: expected seconds in time, received "soon"'],
    ["nothing", " \n", "REPORT_EMPTY", "r is empty"],
    ["a pointer", "version https://git-lfs.github.com/spec/v1\n", "REPORT_UNKNOWN", "a Git LFS pointer"],
  ])("is refused where it begins like one: %s", async (_sentence, text, code, message) => {
    await expect(readTestReport(Buffer.from(text), "r")).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) as string, exitCode: 3 }),
    );
  });

  it("and is larger than memory is refused with what makes it smaller", async () => {
    await expect(readTestReport(Buffer.alloc(65 * 1024 * 1024, "<"), "r")).rejects.toThrow(
      expect.objectContaining({ code: "REPORT_TOO_LARGE", hint: "let the tests write one report a package, without what they print" }),
    );
  });
});

it("no bytes, and no JUnit XML that was changed anywhere, make anything but an answer or an error of ours", async () => {
  const good = Buffer.from(`<testsuites time="1">${suite(test("<skipped/>", ' time="0.5"') + test("<failure>x</failure>"))}</testsuites>`);
  const changed = fc
    .tuple(fc.nat(good.length - 1), fc.uint8Array({ maxLength: 4 }))
    .map(([at, bytes]) => Buffer.concat([good.subarray(0, at), bytes, good.subarray(at + bytes.length)]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), changed), async (bytes) => {
      const outcome: unknown = await readTestReport(bytes, "r").catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome instanceof BandlineError : true).toBe(true);
    }),
  );
});

it("the runs of a package are added up, in any order", () => {
  const facts = fc.record({ count: fc.nat(), failed: fc.nat(), skipped: fc.nat(), durationMs: fc.nat() });
  const run = fc.record({ package: fc.constantFrom("a", "b"), name: fc.string(), facts });
  fc.assert(
    fc.property(fc.array(run), (runs) => {
      const sums = sumTests(runs);
      expect(Object.fromEntries(sumTests([...runs].reverse()))).toEqual(Object.fromEntries(sums));
      for (const [name, { skipped }] of sums)
        expect(skipped).toBe(runs.filter((each) => each.package === name).reduce((sum, each) => sum + each.facts.skipped, 0));
    }),
  );
});
