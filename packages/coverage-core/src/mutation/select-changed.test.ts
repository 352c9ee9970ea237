import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { mutantAt } from "./__fixtures__/mutants.js";
import type { KeyedMutant } from "./model.js";
import { selectChanged, type SelectOptions } from "./select-changed.js";

/** @param gaps the lines before which something was taken away. */
function change(lines: readonly number[], gaps: readonly number[] = [], file = "a.ts"): ChangedFile {
  const path = asRepoPath(file);
  const hunks = [
    ...lines.map((line) => ({ oldStart: line, oldCount: 1, newStart: line, newCount: 1 })),
    ...gaps.map((line) => ({ oldStart: line, oldCount: 1, newStart: line, newCount: 0 })),
  ];
  return { file: path, oldFile: path, kind: "text", lines, hunks };
}

function check(
  mutants: readonly KeyedMutant[],
  changes: readonly ChangedFile[],
  options: SelectOptions | undefined,
  expected: string[],
): void {
  expect(selectChanged(mutants, changes, options).map(({ key }) => key)).toEqual(expected);
}

/** A function from line 1 to 5; a condition on line 2, in which something smaller is; a call from line 3 to 4. */
const FUNCTION = ["1:14-5:2", "2:7-20", "2:7-12", "3:3-4:9", "4:5-8"].map((place) => mutantAt(place));

describe("the mutants of a change", () => {
  it.each<[string, ChangedFile, SelectOptions | undefined, string[]]>([
    ["are none of an unchanged line", change([6]), undefined, []],
    ["are none of another file", change([2], [], "b.ts"), undefined, []],
    ["are none without a change", change([]), undefined, []],
    ["are the most specific of a line", change([2]), undefined, ["2:7-12"]],
    ["are all of a line, where that is asked for", change([2]), { all: true }, ["1:14-5:2", "2:7-20", "2:7-12"]],
    ["are those that start on the line, where that is asked for", change([4]), { linesOnly: true, all: true }, ["4:5-8"]],
    ["are the most specific of those that start on it", change([2]), { linesOnly: true }, ["2:7-12"]],
    ["start before the line, too", change([3]), undefined, ["3:3-4:9"]],
    ["are one for each line", change([2, 3, 4]), undefined, ["2:7-12", "3:3-4:9", "4:5-8"]],
    ["are around the line, where nothing smaller is", change([5]), undefined, ["1:14-5:2"]],
    ["come once for several lines", change([1, 5]), undefined, ["1:14-5:2"]],
    ["are around a place from which lines were taken", change([], [4]), undefined, ["3:3-4:9"]],
    ["are all around it, where that is asked for", change([], [4]), { all: true }, ["1:14-5:2", "3:3-4:9"]],
    ["do not begin behind it", change([], [3]), undefined, ["1:14-5:2"]],
    ["are none at the top of the file", change([], [1]), undefined, []],
    ["are none behind the last of them", change([], [6]), undefined, []],
    ["are none there, where only starts are asked for", change([], [4]), { linesOnly: true, all: true }, []],
    [
      "are none of a run of lines that has new ones, but those of the lines",
      { ...change([2]), hunks: [{ oldStart: 2, oldCount: 5, newStart: 2, newCount: 1 }] },
      undefined,
      ["2:7-12"],
    ],
  ])("%s", (_sentence, changed, options, expected) => check(FUNCTION, [changed], options, expected));

  it.each<[string, ChangedFile, string[]]>([
    ["does not overlap the line", change([3]), []],
    ["overlaps the line before", change([2]), ["1:1-3:1"]],
    ["is not around what was taken from between", change([], [3]), []],
    ["is around what was taken before its last whole line", change([], [2]), ["1:1-3:1"]],
  ])("a range that ends before the first column of a line %s", (_sentence, changed, expected) => {
    check([mutantAt("1:1-3:1")], [changed], { all: true }, expected);
  });

  it("a range that ends behind the first column overlaps the line", () =>
    check([mutantAt("1:1-3:2")], [change([3])], undefined, ["1:1-3:2"]));

  const equal = (replacement: string, mutator = "EqualityOperator") =>
    mutantAt("1:1-7", { original: "a >= b", replacement, mutator, key: `${mutator} ${replacement}` });

  it.each<[string, KeyedMutant[], string]>([
    [
      "is the one most like its original",
      [equal("a < b"), equal("true", "ConditionalExpression"), equal("a > b")],
      "EqualityOperator a > b",
    ],
    ["is the first by mutator of equals", [equal("x", "B"), equal("x", "A")], "A x"],
    ["is the first by replacement of equals", [equal("y"), equal("x")], "EqualityOperator x"],
    ["is the first of the line of equals", [mutantAt("1:8-10"), mutantAt("1:2-4")], "1:2-4"],
    ["may begin with its whole original", [equal("a >= b - 1"), equal("a >= c"), equal("a >= b")], "EqualityOperator a >= b"],
  ])("the most specific of one size %s", (_sentence, mutants, expected) => {
    check(mutants, [change([1])], undefined, [expected]);
    check(mutants.toReversed(), [change([1])], undefined, [expected]);
  });

  it("come from every file of the change", () => {
    const other = mutantAt("1:1-2", { file: asRepoPath("b.ts"), key: "b" });
    check([other, ...FUNCTION], [change([2]), change([1], [], "b.ts")], undefined, ["b", "2:7-12"]);
  });
});

describe("laws of the selection", () => {
  const position = fc.record({ line: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 4 }) });
  const range = fc
    .tuple(position, position)
    .map(([a, b]) => (a.line < b.line || (a.line === b.line && a.column <= b.column) ? { start: a, end: b } : { start: b, end: a }))
    .filter(({ start, end }) => start.line !== end.line || start.column !== end.column);
  const mutants = fc.array(fc.tuple(range, fc.constantFrom("true", "false", "xx")), { maxLength: 10 }).map((all) =>
    all.map(([at, replacement], index) => {
      const { start, end } = at;
      return {
        ...mutantAt(`${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`),
        replacement,
        key: String(index),
      };
    }),
  );
  const lines = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });

  /** Character by character: columns 1 to 3 of a line are characters, behind them comes the next line. */
  const charactersOf = ({ range: { start, end } }: KeyedMutant) => {
    const all: number[] = [];
    for (let line = 1; line <= 7; line += 1) {
      for (let column = 1; column <= 4; column += 1) {
        const behindStart = line > start.line || (line === start.line && column >= start.column);
        const beforeEnd = line < end.line || (line === end.line && column < end.column);
        if (behindStart && beforeEnd) all.push(line);
      }
    }
    return new Set(all);
  };

  it("all: whatever has a character of a changed line, or of both lines around a place that lost some; nothing else", () => {
    fc.assert(
      fc.property(mutants, lines, lines, (all, changed, gaps) => {
        const expected = all.filter((mutant) => {
          const has = charactersOf(mutant);
          return changed.some((line) => has.has(line)) || gaps.some((line) => has.has(line - 1) && has.has(line));
        });
        check(
          all,
          [change(changed, gaps)],
          { all: true },
          expected.map(({ key }) => key),
        );
      }),
    );
  });

  it("one a line: at most one for each place, from among all, and one wherever there is any; in whatever order they come", () => {
    fc.assert(
      fc.property(mutants, lines, lines, fc.boolean(), (all, changed, gaps, linesOnly) => {
        const of = (each: readonly KeyedMutant[], some: ChangedFile, every: boolean) =>
          selectChanged(each, [some], { all: every, linesOnly }).map(({ key }) => key);
        const whole = change(changed, gaps);
        const chosen = of(all, whole, false);
        expect(of(all, whole, true)).toEqual(expect.arrayContaining(chosen));
        const places = [...changed.map((line) => change([line])), ...gaps.map((line) => change([], [line]))];
        const each = places.map((place) => of(all, place, false));
        expect(each.map(({ length }) => length)).toEqual(places.map((place) => Math.min(1, of(all, place, true).length)));
        expect(new Set(chosen)).toEqual(new Set(each.flat()));
        const same = ({ key }: KeyedMutant) => JSON.stringify({ ...all[Number(key)], key: null });
        const reversed = selectChanged(all.toReversed(), [whole], { linesOnly });
        expect(reversed.map(same).sort()).toEqual(chosen.map((key) => same(all[Number(key)] as KeyedMutant)).sort());
      }),
    );
  });
});
