/** In Stryker's hands the plugin runs in processes of its own, where nobody measures; see open-engine.test.ts for that. */
import { closeSync, openSync, readFileSync } from "node:fs";
import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { LEFT_OUT } from "./choose.js";
import { ChoiceChecker, StreamReporter, strykerPlugins, strykerValidationSchema } from "./plugin.js";

const cwd = "/repo/a";
const planned = (id: string, more: object = {}) => ({
  id,
  fileName: "/repo/a/src/a.ts",
  location: { start: { line: 0, column: 4 }, end: { line: 0, column: 9 } },
  mutatorName: "EqualityOperator",
  replacement: "a > b",
  ...more,
});
const only = [
  {
    file: "src/a.ts",
    range: { start: { line: 1, column: 5 }, end: { line: 1, column: 10 } },
    mutator: "EqualityOperator",
    replacement: "a > b",
  },
];

it("the checker lets through what is chosen, counting positions from one, and answers for all at once", async () => {
  const checker = new ChoiceChecker({ bandline: { cwd, pick: { only, coveredBy: [{ file: "src/a.test.ts" }] } } });
  const mutants = [
    planned("1"),
    planned("2", { replacement: "a < b" }),
    planned("3", { replacement: "a < b", coveredBy: ["src/a.test.ts#x"] }),
  ];
  await checker.init();
  expect(await checker.group(mutants)).toEqual([["1", "2", "3"]]);
  expect(await checker.check(mutants)).toEqual({
    1: { status: "passed" },
    2: { status: "compileError", reason: LEFT_OUT },
    3: { status: "passed" },
  });
});

it("the reporter writes each result as a line, and null behind the last", () => {
  using repo = createTempRepo();
  const stream = openSync(repo.path("results"), "w");
  const reporter = new StreamReporter({ bandline: { cwd } }, stream);
  reporter.onMutantTested(planned("1", { status: "Killed" }));
  reporter.wrapUp();
  closeSync(stream);
  const mutant: Record<string, unknown> = planned("1", { status: "Killed" });
  delete mutant["fileName"];
  const lines = readFileSync(repo.path("results"), "utf8").split("\n");
  expect(lines.slice(0, -1).map((line) => JSON.parse(line) as unknown)).toEqual([{ files: { "src/a.ts": { mutants: [mutant] } } }, null]);
});

it("Stryker finds both by the same name, and takes the options", () => {
  expect(strykerPlugins.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["Checker bandline", "Reporter bandline"]);
  expect(strykerPlugins.map(({ injectableClass }) => injectableClass.inject)).toEqual([["options"], ["options"]]);
  expect(strykerValidationSchema.properties.bandline.type).toBe("object");
});
