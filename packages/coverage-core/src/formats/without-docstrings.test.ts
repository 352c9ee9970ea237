import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { withoutDocstrings } from "./without-docstrings.js";

const TEXT = `"""A module."""
import os
class A:
    r'''A class.'''
    def f(self):
        u"Not run."
        return os
`;

it.each<[string, Record<number, number>, string, number, number[]]>([
  ["are left out where the text shows them", { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 7: 0 }, TEXT, 2, [2, 3, 5, 7]],
  ["stay where the text shows more of them than there are", { 1: 1, 2: 1, 4: 1 }, TEXT, 1, [1, 2, 4]],
  ["stay where the text shows fewer of them", { 1: 1, 2: 1 }, TEXT, 2, [1, 2]],
  ["stay where the text is another", { 1: 1, 2: 1 }, "", 1, [1, 2]],
  ["are no lines that did not run", { 1: 1, 6: 0 }, TEXT, 1, [6]],
])("docstrings %s", (_sentence, hits, text, count, expected) => {
  const lines = new Map(Object.entries(hits).map(([line, ran]) => [Number(line), ran]));
  const coverage = { file: asRepoPath("a.py"), lines, functions: [], branches: [] };
  expect([...withoutDocstrings(coverage, text, count).lines.keys()]).toEqual(expected);
});
