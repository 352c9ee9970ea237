import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileCoverage } from "../lcov/model.js";
import { canonical } from "../lcov/ordering.js";
import { read, shortOf } from "./__fixtures__/short-of.js";
import { renderCobertura } from "./render-cobertura.js";

async function cobertura(files: readonly FileCoverage[], madeAt: number): Promise<string> {
  const pieces = [];
  for await (const piece of renderCobertura(
    files.map((file) => () => file),
    madeAt,
  ))
    pieces.push(piece);
  return pieces.join("");
}

const arm = (line: number, index: number, taken: number | null) => ({ line, block: "0", arm: String(index), taken });

it("a file becomes a class, a folder a package, files in code unit order", async () => {
  const files = [
    canonical("src/b.ts", [[1, 0]], [], []),
    canonical(
      "src/a.ts",
      [
        [1, 2],
        [3, 0],
      ],
      [{ name: "f<T>", line: 1, endLine: null, hits: 2 }],
      [arm(1, 0, 2), arm(1, 1, 0), arm(1, 2, null), arm(9, 0, 1)],
    ),
    canonical("z.ts", [], [{ name: "g", line: 1, endLine: null, hits: 0 }], []),
  ];
  expect(await cobertura(files, 1700000000000)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.3333" branch-rate="0.3333" lines-covered="1" lines-valid="3" branches-covered="1" branches-valid="3" complexity="0" version="1" timestamp="1700000000000">
  <sources>
    <source>.</source>
  </sources>
  <packages>
    <package name="src" line-rate="0.3333" branch-rate="0.3333" complexity="0">
      <classes>
        <class name="a.ts" filename="src/a.ts" line-rate="0.5" branch-rate="0.3333" complexity="0">
          <methods>
            <method name="f&lt;T&gt;" signature="" line-rate="1" branch-rate="1" complexity="0">
              <lines>
                <line number="1" hits="2"/>
              </lines>
            </method>
          </methods>
          <lines>
            <line number="1" hits="2" branch="true" condition-coverage="33% (1/3)"/>
            <line number="3" hits="0" branch="false"/>
          </lines>
        </class>
        <class name="b.ts" filename="src/b.ts" line-rate="0" branch-rate="1" complexity="0">
          <methods/>
          <lines>
            <line number="1" hits="0" branch="false"/>
          </lines>
        </class>
      </classes>
    </package>
    <package name="." line-rate="1" branch-rate="1" complexity="0">
      <classes>
        <class name="z.ts" filename="z.ts" line-rate="1" branch-rate="1" complexity="0">
          <methods>
            <method name="g" signature="" line-rate="0" branch-rate="0" complexity="0">
              <lines>
                <line number="1" hits="0"/>
              </lines>
            </method>
          </methods>
          <lines/>
        </class>
      </classes>
    </package>
  </packages>
</coverage>
`);
});

describe("what is written is read back", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 8 });
  // Blanks at the ends are not kept, and nor is what XML cannot hold.
  const path = text.map((part) => `src/${part.replace(/[\s\p{C}]/gu, "_")}.ts`);
  const file = fc
    .record({
      path,
      lines: fc.dictionary(fc.integer({ min: 1, max: 99 }).map(String), fc.nat(9), { minKeys: 1, maxKeys: 6 }),
      arms: fc.array(fc.boolean(), { maxLength: 4 }),
      name: text,
    })
    .map(({ path: name, lines, arms, name: fn }) => {
      const counted = Object.entries(lines).map(([line, hits]): [number, number] => [Number(line), hits]);
      const [first, hits] = counted[0] as [number, number];
      const taken = arms.filter((isTaken) => isTaken && hits > 0).length;
      return canonical(
        name,
        counted,
        [{ name: fn, line: first, endLine: null, hits }],
        arms.map((_, index) => arm(first, index, index < taken ? 1 : hits > 0 ? 0 : null)),
      );
    });

  it("lines and arms of any file", () =>
    fc.assert(
      fc.asyncProperty(file, async (coverage) => {
        const { report, notices } = await read(await cobertura([coverage], 0));
        const bare = (each: typeof coverage) => shortOf([{ ...each, functions: [] }]);
        expect(report.files.flatMap(bare)).toEqual(bare(coverage));
        expect([report.roots, notices]).toEqual([["."], []]);
      }),
    ));
});

it("characters that XML cannot hold are replaced", async () => {
  const { report } = await read(await cobertura([canonical("a\u0000\ud800\uffff.ts", [[1, 1]], [], [])], 0));
  expect(report.files.map(({ file }) => file)).toEqual(["a\ufffd\ufffd\ufffd.ts"]);
});
