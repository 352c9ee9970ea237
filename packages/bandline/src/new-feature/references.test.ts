import fc from "fast-check";
import { expect, it } from "vitest";
import { addReference } from "./references.js";

function check(text: string, expected: string | null): void {
  expect(addReference(text, "packages/new")).toBe(expected);
}

const LINES = `{
  "files": [],
  "references": [
    { "path": "packages/a" },
    { "path": "packages/b" },
    { "path": "tsconfig.tests.json" }
  ]
}
`;
const ONE_LINE = '{"references":[{"path":"packages/a"}]}';

it.each<[string, string, string | null]>([
  [
    "behind the last of a package",
    LINES,
    LINES.replace('    { "path": "tsconfig', '    { "path": "packages/new" },\n    { "path": "tsconfig'),
  ],
  [
    "behind the last of all",
    LINES.replace(/,\n.*tests.json" }/, ""),
    LINES.replace(/,\n.*tests.json" }/, ',\n    { "path": "packages/new" }'),
  ],
  [
    "with the line ends of the file",
    LINES.replaceAll("\n", "\r\n"),
    LINES.replace('    { "path": "tsconfig', '    { "path": "packages/new" },\n    { "path": "tsconfig').replaceAll("\n", "\r\n"),
  ],
  ["in one line", ONE_LINE, '{"references":[{"path":"packages/a"},{"path":"packages/new"}]}'],
  [
    "over several lines each",
    '{"references": [\n  {\n    "path": "packages/a"\n  }\n]}',
    '{"references": [\n  {\n    "path": "packages/a"\n  },\n  {\n    "path": "packages/new"\n  }\n]}',
  ],
  ["nowhere without a reference to a package", '{ "references": [] }', null],
  ["nowhere without references", '{ "files": [{ "path": "packages/a" }] }', null],
  ["nowhere in what is no JSON", `// a comment\n${LINES}`, null],
  ["nowhere where the last package stands in another list", '{"references":[{"path":"packages/a"}],"x":[{"path":"packages/b"}]}', null],
])("a reference is added %s", (_sentence, text, expected) => check(text, expected));

it("whatever the packages are called, one reference is added, and nothing else", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), name, fc.constantFrom(undefined, 2, "\t"), (names, more, indent) => {
      const textOf = (all: readonly string[]) =>
        JSON.stringify({ references: all.map((each) => ({ path: `packages/${each}` })) }, null, indent);
      expect(addReference(textOf(names), `packages/${more}`)).toBe(textOf([...names, more]));
    }),
  );
});
