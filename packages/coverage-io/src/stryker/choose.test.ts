import { describe, expect, it } from "vitest";
import { createChooser, filesOf, type Candidate, type Choice } from "./choose.js";

const range = (...[line, column, endLine, endColumn]: [number, number, number, number]) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const a = { file: "src/a.ts", range: range(2, 5, 3, 9), mutator: "EqualityOperator", replacement: "x > 1" };
const coveredBy = [{ file: "src/a.test.ts", test: "a is b" }];
const only = (mutant: object) => ({ pick: { only: [{ ...a, ...mutant }], coveredBy: [] } });
const by = (...tests: { file: string; test?: string }[]) => ({ pick: { only: [], coveredBy: tests } });
const among = (mutant: typeof a) => ({ pick: { only: [], coveredBy: [{ file: "src/a.test.ts" }], among: [mutant] } });
const within = (...at: Parameters<typeof range>) => ({ files: [{ file: "src/a.ts", range: range(...at) }] });

describe("a mutant", () => {
  it.each<[string, Choice, boolean, Partial<Candidate>?]>([
    ["runs where nothing is chosen", {}, true],
    ["runs where it is asked for", only({}), true],
    ["is left out where another file is asked for", only({ file: "src/b.ts" }), false],
    ["is left out where another replacement is asked for", only({ replacement: "x < 1" }), false],
    ["is left out where another mutator is asked for", only({ mutator: "ConditionalExpression" }), false],
    ["is left out where another start is asked for", only({ range: range(2, 4, 3, 9) }), false],
    ["is left out where another end is asked for", only({ range: range(2, 5, 3, 8) }), false],
    ["runs where a test file covers it", by({ file: "src/a.test.ts" }), true],
    ["runs where a test covers it", by({ file: "src/b.test.ts" }, { file: "src/a.test.ts", test: "a is b" }), true],
    ["is left out where another test of the file is meant", by({ file: "src/a.test.ts", test: "a is c" }), false],
    ["is left out where nobody knows what covers it", by({ file: "src/a.test.ts" }), false, { coveredBy: [] }],
    ["is left out where nothing is picked", by(), false],
    ["runs where a test covers it, and it is among those that may", among(a), true],
    ["is left out where a test covers it, but others may", among({ ...a, mutator: "BlockStatement" }), false],
    ["runs where it is asked for, whichever may", { pick: { only: [a], coveredBy: [], among: [] } }, true],
    ["runs where its file is asked for", { files: ["src/b.ts", "src/a.ts"] }, true],
    ["is left out where other files are asked for", { files: ["src/b.ts"] }, false],
    ["is left out where it is picked in another file", { ...only({}), files: ["src/b.ts"] }, false],
    ["runs where the range is its own", within(2, 5, 3, 9), true],
    ["runs where the range is wider", within(1, 9, 4, 1), true],
    ["is left out where the range begins behind its start", within(2, 6, 3, 9), false],
    ["is left out where the range ends before its end", within(2, 5, 3, 8), false],
    ["is left out where the range is of another file", within(2, 5, 3, 9), false, { file: "src/b.ts" }],
  ])("%s", (_sentence, choice, expected, mutant = {}) => expect(createChooser(choice)({ ...a, coveredBy, ...mutant })).toBe(expected));
});

describe("a request is about", () => {
  const inB = { ...a, file: "src/b.ts" };
  it.each<[string, Choice, ReturnType<typeof filesOf>]>([
    ["all files where nothing is chosen", {}, undefined],
    ["the files that it names", { files: ["src/a.ts"] }, ["src/a.ts"]],
    ["the files of its mutants, each once", { pick: { only: [a, a, inB], coveredBy: [] } }, ["src/a.ts", "src/b.ts"]],
    ["all files where tests are named: any may be covered", { pick: { only: [a], coveredBy } }, undefined],
    ["the files that it names and has mutants in", { pick: { only: [a], coveredBy: [] }, files: ["src/a.ts", "src/c.ts"] }, ["src/a.ts"]],
    ["the ranges that it has mutants in", { pick: { only: [a], coveredBy: [] }, ...within(1, 1, 2, 1) }, within(1, 1, 2, 1).files],
    ["no file where nothing is picked", { pick: { only: [], coveredBy: [] } }, []],
  ])("%s", (_sentence, choice, expected) => expect(filesOf(choice)).toEqual(expected));
});
