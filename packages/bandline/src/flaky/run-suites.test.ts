import { expect, it } from "vitest";
import { saidAtLast } from "./run-suites.js";

const ERRORS = "\nUnhandled Error: too late\n  at late.test.ts\n";
const SUMS = `
 Test Files  1 passed (1)
      Tests  1 passed (1)
     Errors  1 error
   Start at  12:00:00
   Duration  300ms (tests 5ms)

JSON report written to /tmp/tests.json
`;

it.each<[string, string, number | null, string]>([
  ["before the sums", ERRORS + SUMS, 1, "with exit 1"],
  ["after the sums, which come by another stream", SUMS + ERRORS, 1, "with exit 1"],
  ["and a signal ended it", ERRORS, null, "by a signal"],
])("errors are told that come %s", (_sentence, output, exitCode, how) => {
  expect(saidAtLast({ output, exitCode }).split("\n")).toEqual([
    `vitest ended ${how}, and no test says why:`,
    "Unhandled Error: too late",
    "  at late.test.ts",
  ]);
});

it("of what is long the end is told", () => {
  const output = Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n");
  expect(saidAtLast({ output, exitCode: 2 }).split("\n").slice(1)).toEqual(Array.from({ length: 15 }, (_, at) => `line ${at + 25}`));
});
