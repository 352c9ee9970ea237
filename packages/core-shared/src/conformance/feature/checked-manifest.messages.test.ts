/**
 * What somebody reads whose manifest does not compile: the compiler's own words, and the place that it points at.
 *
 * @module-tag slow
 */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const FILE = fileURLToPath(new URL("sample.manifest.ts", import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

const HEAD = `import { defineFeature } from "./define-feature.js";
import { defineRepo } from "./define-repo.js";
const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 } as const;
`;

/** @returns for each source what is said of it: the text that is pointed at, and the message. All are compiled at once, which takes as long as one of them. */
function compile(sources: readonly string[]): string[][] {
  const text = HEAD + sources.map((source) => `${source};\n`).join("");
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === FILE || fileExists(file);
  host.getSourceFile = (file, ...rest) => (file === FILE ? ts.createSourceFile(file, text, rest[0]) : getSourceFile(file, ...rest));
  const program = ts.createProgram([FILE], OPTIONS, host);
  const said = ts.getPreEmitDiagnostics(program, program.getSourceFile(FILE));
  const firstLine = HEAD.split("\n").length - 1;
  return sources.map((_, index) =>
    said.flatMap(({ file, start = 0, length = 0, messageText }) => {
      if (file?.getLineAndCharacterOfPosition(start).line !== firstLine + index) return [];
      return `${text.slice(start, start + length)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    }),
  );
}

const feature = (coverage: string, end = "") => `defineFeature({ name: "a", coverage: ${coverage} }${end})`;
const withBaseline = (more: string, end = "") => feature(`{ bands: { baseline: BAND }, ${more} }`, end);

const ROWS: readonly (readonly [sentence: string, source: string, ...said: string[]])[] = [
  ["a manifest that is right", withBaseline('mutationTargets: ["entities"]', " as const")],
  [
    "a percent above 100",
    feature("{ bands: { baseline: { ...BAND, lines: 101 } } }"),
    `lines: Type 'number' is not assignable to type '"a number from 0 to 100"'.`,
  ],
  [
    "a percent below 0, as const",
    feature("{ bands: { baseline: { ...BAND, lines: -1 } } }", " as const"),
    `lines: Type '-1' is not assignable to type '"a number from 0 to 100"'.`,
  ],
  [
    "a percent of mutants",
    withBaseline("mutationScore: 100.1", " as const"),
    `mutationScore: Type '100.1' is not assignable to type '"a number from 0 to 100"'.`,
  ],
  [
    "a repository's percent",
    "defineRepo({ band: { ...BAND, branches: 1e3 } } as const)",
    `branches: Type '1000' is not assignable to type '"a number from 0 to 100"'.`,
  ],
  [
    "a target that is no layer",
    withBaseline('mutationTargets: ["entites"]', " as const"),
    `"entites": Type '"entites"' is not assignable to type '"entities" | "use-cases" | "controllers"'. Did you mean '"entities"'?`,
  ],
  [
    "a target that is no layer of its own",
    withBaseline('layers: { own: ["src/**"] }, mutationTargets: ["own", "entities"]'),
    `"entities": Type '"entities"' is not assignable to type '"own"'.`,
  ],
  [
    "bands without a baseline",
    feature("{ bands: { entities: BAND } }", " as const"),
    "bands: Property 'baseline' is missing in type '{ readonly entities: ",
  ],
  [
    "a band of no layer",
    feature("{ bands: { baseline: BAND, entites: BAND } }"),
    `entites: Type '{ readonly statements: 80; readonly branches: 75; readonly functions: 80; readonly lines: 80; }' is not assignable to type '"baseline, or the name of a layer"'.`,
  ],
  [
    "a field of no coverage",
    withBaseline('mutationTarget: ["entities"]'),
    `mutationTarget: Type 'string[]' is not assignable to type '"no such field; known: bands, layers, mutationTargets, mutationScore, exempt, reports"'.`,
  ],
  ["a field in the place of a known one", 'defineRepo({ feature: ["packages/*"] })', "Did you mean to write 'features'?"],
  ["a glob that is empty", withBaseline('exempt: [""]'), `"": Type '""' is not assignable to type '"a glob"'.`],
];

it("a manifest that does not compile is told of at the wrong value, with what is allowed there", () => {
  const said = compile(ROWS.map(([, source]) => source));
  const expected = ROWS.map(([sentence, , ...parts]) => [sentence, parts.map((part) => expect.stringContaining(part) as unknown)]);
  expect(ROWS.map(([sentence], index) => [sentence, said[index]])).toEqual(expected);
});
