import { aggregateDocument, coverageDiffDocument } from "@repo/coverage-core/schemas";
import { afterAll, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { createShop } from "../__fixtures__/shop.js";
import { runAggregate, runDiff } from "../index.js";
import { parseArgs } from "./parse-args.js";

const repo = createShop();
afterAll(() => {
  repo.remove();
});

const COMMANDS = {
  "coverage:diff": (argv: readonly string[]) => runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root }),
  "coverage:aggregate": (argv: readonly string[]) => runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.root }),
};
type Name = keyof typeof COMMANDS;

async function check(name: Name, argv: readonly string[], code: string, exitCode: number, message: RegExp): Promise<void> {
  const { document, exitCode: exited, stderr } = await COMMANDS[name](argv);
  expect([exited, document.exitCode, document.status, document.errors.map((each) => each.code)]).toEqual([
    exitCode,
    exitCode,
    "error",
    [code],
  ]);
  expect(document.errors[0]?.message).toMatch(message);
  expect(stderr).toContain(code);
}

describe.each<Name>(["coverage:diff", "coverage:aggregate"])("%s", (name) => {
  it.each<[string, string[], RegExp]>([
    ["a format that it does not know", ["--format", "pdf"], /'pdf' is invalid\. It takes json, human(, [a-z]+)*, with =FILE/],
    ["a format with an empty file", ["--format", "json="], /'json=' is invalid/],
    ["a format without a name", ["--format", "=x"], /'=x' is invalid/],
    ["a format that only begins like one", ["--format", "jsonl=x"], /'jsonl=x' is invalid/],
    ["a flag without its value", ["--cwd"], /argument missing/],
  ])("refuses %s, and names its own help", async (_sentence, argv, message) => {
    await check(name, argv, "USAGE", 2, message);
    expect((await COMMANDS[name](argv)).document.errors[0]?.hint).toBe(`pnpm ${name} --help`);
  });

  it("answers with one document also where a requested file cannot be written", () =>
    check(name, ["--format", "json=README.md/x.json"], "FILE_UNWRITABLE", 4, /README\.md\/x\.json/));
});

it.each(["0", "-1", "1.5", "many", ""])("coverage:diff refuses --limit %s", (limit) =>
  check("coverage:diff", ["--limit", limit], "USAGE", 2, /It takes a whole number from 1\./),
);

it("an error that is not the caller's is no usage error", () => {
  const broken = () => {
    throw new RangeError("a bug");
  };
  expect(() => parseArgs("x", ["--y", "1"], (command) => command.option("--y <n>", "", broken))).toThrow(RangeError);
});
