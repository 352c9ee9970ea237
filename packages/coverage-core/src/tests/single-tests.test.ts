import { describe, expect, it } from "vitest";
import { readSingleTests, type SingleTest } from "./single-tests.js";

const read = (text: string) => readSingleTests(Buffer.from(text), "report");
const check = async (text: string, tests: readonly SingleTest[] | undefined) => expect(await read(text)).toEqual(tests);
const json = (...testResults: readonly unknown[]) => JSON.stringify({ numTotalTests: 1, testResults });

describe("vitest's JSON tells", () => {
  it("each test with its file and time", () =>
    check(
      json({
        name: "/repo/a.test.ts",
        assertionResults: [
          { fullName: "a slow one", duration: 12.5, status: "passed" },
          { title: "without a full name", status: "failed", duration: -1 },
          { status: "pending" },
          null,
        ],
      }),
      [
        { file: "/repo/a.test.ts", name: "a slow one", durationMs: 12.5, outcome: "passed" },
        { file: "/repo/a.test.ts", name: "without a full name", durationMs: 0, outcome: "failed" },
        { file: "/repo/a.test.ts", name: "", durationMs: null, outcome: "skipped" },
      ],
    ));

  it("nothing of a file without tests, and a test whose file it does not name", () =>
    check(json(null, { name: "broken.test.ts" }, { assertionResults: [{ fullName: "x", status: "passed" }] }), [
      { file: null, name: "x", durationMs: null, outcome: "passed" },
    ]));
});

describe("JUnit tells", () => {
  it("each test with its own file, its suite's, the one around, or its class", () =>
    check(
      `<testsuites><testsuite file="around.py"><testsuite><testcase name="a" time="0.5"/></testsuite></testsuite>
       <testsuite filepath="suite.rb"><testcase name="b" file="own.rb"/><testcase name="c" time="1,234.5"><failure/></testcase></testsuite>
       <testsuite><testcase classname="com.Shop" time="0"><skipped/></testcase><testcase/></testsuite></testsuites>`,
      [
        { file: "around.py", name: "a", durationMs: 500, outcome: "passed" },
        { file: "own.rb", name: "b", durationMs: null, outcome: "passed" },
        { file: "suite.rb", name: "c", durationMs: 1_234_500, outcome: "failed" },
        { file: "com.Shop", name: "", durationMs: 0, outcome: "skipped" },
        { file: null, name: "", durationMs: null, outcome: "passed" },
      ],
    ));

  it("a test and its failed teardown once", async () => {
    const twice = `<testsuite><testcase name="a"><failure/></testcase><testcase name="a"><error message="failed on teardown with x"/></testcase></testsuite>`;
    expect(await read(twice)).toHaveLength(1);
  });
});

it.each([["{}"], ["<coverage/>"], ["SF:a.ts"]])("%s is no test report", (text) => check(text, undefined));
