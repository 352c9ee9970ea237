import { checkInBoth, type FaultyRow, type Row } from "./__fixtures__/both-linters.js";
import { noLiteralCoverageThresholds } from "./no-literal-coverage-thresholds.js";

const FILE = "packages/auth/vitest.config.ts";
const HEAD = `import { defineConfig, mergeConfig } from "vitest/config";
import { vitestThresholdsFromManifest, defineFeatureVitestConfig } from "@repo/core-testing";
import { authManifest } from "./src/feature.manifest.js";
`;

/** A config, in vitest.config.ts where nothing else is said. */
function row(name: string, code: string, filename = FILE, head = HEAD): Row {
  return { name, code: head + code, filename };
}

/** @param literals what the messages name, in the order of the source: `lines: 80` is reported at its value. */
function faulty(name: string, code: string, literals: readonly string[], filename = FILE, head = HEAD): FaultyRow {
  const valid = row(name, code, filename, head);
  let from = 0;
  const errors = literals.map((literal) => {
    const start = valid.code.indexOf(literal, from);
    from = start + literal.length;
    const value = start + (/^(?:[\w"'[\]]+):\s*/.exec(literal)?.[0].length ?? 0);
    const before = valid.code.slice(0, value).split("\n");
    return { message: messageOf(literal), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
  return { ...valid, output: null, errors };
}

function messageOf(literal: string): string {
  return `\`${literal}\` is a coverage threshold beside the manifest's. Take it out: \`defineFeatureVitestConfig(manifest)\` of @repo/core-testing sets the bands of feature.manifest.ts as thresholds.`;
}

/** Thresholds where most configs have them. */
const withThresholds = (thresholds: string) => `export default defineConfig({ test: { coverage: { thresholds: ${thresholds} } } });`;

checkInBoth("no-literal-coverage-thresholds", noLiteralCoverageThresholds, {
  valid: [
    row("the config of the preset", "export default defineFeatureVitestConfig(authManifest, { root: import.meta.dirname });"),
    row("thresholds of the manifest", withThresholds("vitestThresholdsFromManifest(authManifest)")),
    row("thresholds that are spread from the manifest", withThresholds("{ ...vitestThresholdsFromManifest(authManifest), perFile: true }")),
    row("a number of the manifest", withThresholds("{ lines: authManifest.coverage.bands.baseline.lines }")),
    row("what stands beside the numbers", withThresholds("{ perFile: true, autoUpdate: false, 100: false }")),
    row("a function that rounds", withThresholds("{ autoUpdate: (found) => Math.floor(found - 1) }")),
    row(
      "other numbers of the config",
      "export default defineConfig({ test: { testTimeout: 80, coverage: { lines: 80, watermarks: { lines: [50, 80] } } } });",
    ),
    row(
      "thresholds of something else",
      "export default defineConfig({ plugins: [image({ thresholds: [0.5, 80], ...{ thresholds: 80 } })] });",
    ),
    row(
      "thresholds that it takes out of an object",
      "const { thresholds } = defineFeatureVitestConfig(authManifest).test.coverage;\nconst { coverage: { thresholds: inner } } = thresholds;",
    ),
    row("a variable of something else that is assigned to", "let lines; lines = 80;\nconfig.limits.lines = 80;"),
    row("thresholds of the manifest that are assigned", "config.test.coverage.thresholds = vitestThresholdsFromManifest(authManifest);"),
    row("thresholds that spread themselves", "const all = { ...all };\n" + withThresholds("{ ...all, lines: all.lines }")),
    row("thresholds of a variable that is declared elsewhere", withThresholds("{ ...window, lines: nobody, branches: this.low }")),
    row(
      "a member that is not there",
      "const low = { a: 1 };\n" + withThresholds("{ lines: low.b, branches: low[name], functions: [80].length }"),
    ),
    row("variables that name each other", "const a = b;\nconst b = a;\n" + withThresholds("{ lines: a }")),
    row("a computed member of an object with a computed key", "const low = { [a]: 80 };\n" + withThresholds("{ lines: low[b] }")),
    row("a key that is made of parts", "export default { test: { coverage: { [`thresholds${more}`]: { lines: 80 } } } };"),
    row("what is no number", withThresholds("{ lines: null, branches: true, functions: 'all', statements: /80/ }")),
    row("a component", withThresholds("{ lines: 80 }"), "packages/auth/vitest.setup.tsx"),
    row("a source file", withThresholds("{ lines: 80 }"), "packages/auth/src/config.ts"),
    row("a declaration of types", "export declare const a: { thresholds: { lines: 80 } };", "packages/auth/vitest.config.d.ts"),
    row("a file that ends like a config", withThresholds("{ lines: 80 }"), "packages/auth/not-vitest.config.ts"),
    row("a config of another tool", withThresholds("{ lines: 80 }"), "packages/auth/tsdown.config.ts"),
  ],
  invalid: [
    faulty("each number", withThresholds("{ statements: 80, branches: 75.5, functions: 100, lines: 0 }"), [
      "statements: 80",
      "branches: 75.5",
      "functions: 100",
      "lines: 0",
    ]),
    faulty("a number of lines that may stay uncovered", withThresholds("{ lines: -10 }"), ["lines: -10"]),
    faulty("a number that satisfies a type", withThresholds("{ lines: 80 satisfies number }"), ["80"]),
    faulty("a number of a variable that is declared twice", "var low = 80;\nvar low = 70;\n" + withThresholds("{ lines: low }"), ["80"]),
    faulty("a number as a text", withThresholds('{ lines: "80" }'), ['lines: "80"']),
    faulty(
      "thresholds for want of others",
      "export const configOf = ({ thresholds = { lines: 80 } }) => ({ test: { coverage: { thresholds } } });",
      ["lines: 80"],
    ),
    faulty("all four at once", withThresholds("{ 100: true }"), ["100: true"]),
    faulty("all four at once, as a text", withThresholds('{ "100": true }'), ['"100": true']),
    faulty("the band of a glob", withThresholds('{ "src/entities/**": { lines: 80, 100: true } }'), ["lines: 80", "100: true"]),
    faulty("a number beside the manifest's", withThresholds("{ ...vitestThresholdsFromManifest(authManifest), lines: 80 }"), ["lines: 80"]),
    faulty("keys in quotes", `export default { "test": { "coverage": { "thresholds": { "lines": 80 } } } };`, ['"lines": 80']),
    faulty("keys that are computed of a text", "export default { test: { coverage: { [`thresholds`]: { ['lines']: 80 } } } };", [
      "['lines']: 80",
    ]),
    faulty("a config without a function", "export default { test: { coverage: { thresholds: { lines: 80 } } } };", ["lines: 80"]),
    faulty(
      "a config that a function makes",
      `export default defineConfig(({ mode }) => ({ test: { coverage: { thresholds: { lines: 80 } } } }));`,
      ["lines: 80"],
    ),
    faulty(
      "a config that is waited for",
      "export default defineConfig(async () => { return { test: { coverage: { thresholds: await { lines: 80 } } } }; });",
      ["lines: 80"],
    ),
    faulty(
      "a config that is merged into the preset's",
      "export default mergeConfig(defineFeatureVitestConfig(authManifest), { test: { coverage: { thresholds: { lines: 80 } } } });",
      ["lines: 80"],
    ),
    faulty(
      "a config that is spread over the preset's",
      "const preset = defineFeatureVitestConfig(authManifest);\nexport default { ...preset, test: { ...preset.test, coverage: { ...preset.test.coverage, thresholds: { lines: 80 } } } };",
      ["lines: 80"],
    ),
    faulty(
      "each project",
      "export default defineConfig({ test: { projects: [{ test: { coverage: { thresholds: { lines: 80 } } } }, { test: { coverage: { thresholds: { lines: 70 } } } }] } });",
      ["lines: 80", "lines: 70"],
    ),
    faulty(
      "thresholds of a constant",
      `const thresholds = { lines: 80 };\nexport default defineConfig({ test: { coverage: { thresholds } } });`,
      ["lines: 80"],
    ),
    faulty("thresholds of a variable with a type", "let low: Band = { lines: 80 } as Band;\n" + withThresholds("low!"), ["lines: 80"]),
    faulty(
      "coverage of a constant",
      "const coverage = { thresholds: { lines: 80 } } satisfies Coverage;\nexport default defineConfig({ test: { coverage } });",
      ["lines: 80"],
    ),
    faulty("thresholds that are spread from a constant", "const low = { lines: 80 } as const;\n" + withThresholds("{ ...low }"), [
      "lines: 80",
    ]),
    faulty("a number of a constant, once", "const LOW = 80;\n" + withThresholds("{ lines: LOW, branches: LOW }"), ["80"]),
    faulty("a number of a constant's member", "const low = { rest: 1, a: { lines: 80 } };\n" + withThresholds("{ lines: low.a.lines }"), [
      "lines: 80",
    ]),
    faulty("a number of a member that is spread", 'const low = { ...{ "lines": 80 } };\n' + withThresholds("{ lines: low['lines'] }"), [
      '"lines": 80',
    ]),
    faulty("a band of a constant's member", "const low = { a: { lines: 80 } };\n" + withThresholds("{ 'src/**': low?.a }"), ["lines: 80"]),
    faulty("the number for want of another one", withThresholds("{ lines: process.env.LINES ?? 80 }"), ["80"]),
    faulty("both sides of a choice", withThresholds("process.env.CI ? { lines: 80 } : { lines: 70 }"), ["lines: 80", "lines: 70"]),
    faulty("a number that is made of literals", withThresholds("{ lines: 75 + 5 }"), ["75", "5"]),
    faulty(
      "a number that is lower than the manifest's by a literal",
      withThresholds("{ lines: authManifest.coverage.bands.baseline.lines - 5 }"),
      ["5"],
    ),
    faulty("a number through a function", withThresholds("{ lines: Math.max(80, ...[low], low) }"), ["80"]),
    faulty("the last of a sequence", withThresholds("{ lines: (40, 50, 80) }"), ["80"]),
    faulty("thresholds through a function", withThresholds("Object.freeze({ lines: 80 })"), ["lines: 80"]),
    faulty("thresholds through the arguments of a function", withThresholds("Object.assign({}, ...rest, ...{ lines: 80 })"), ["lines: 80"]),
    faulty("bands that are written out for the preset's function", withThresholds("fromBands({ baseline: { lines: 80 } })"), ["lines: 80"]),
    faulty("an older spelling of a type", withThresholds("<Thresholds>{ lines: 80 }"), ["lines: 80"]),
    faulty("thresholds that are assigned", "config.test.coverage.thresholds = { lines: 80 };", ["lines: 80"]),
    faulty("a number that is assigned", "config.test.coverage.thresholds.lines = 80;", ["80"]),
    faulty("a number of a glob that is assigned", 'config.test.coverage.thresholds["src/**"].lines = 80;', ["80"]),
    faulty("a band that is assigned", 'config.test.coverage["thresholds"]["src/**"] = { lines: 80 };', ["lines: 80"]),
    faulty("all four at once, assigned", "config.test.coverage.thresholds[100] = true;", ["true"]),
    faulty("a band of a computed glob that is assigned", "config.test.coverage.thresholds[glob] = { lines: 80 };", ["lines: 80"]),
    faulty("vite's config", withThresholds("{ lines: 80 }"), ["lines: 80"], "apps/web/vite.config.mts"),
    faulty("a config of some of the tests", withThresholds("{ lines: 80 }"), ["lines: 80"], "vitest.unit.config.ts"),
    faulty("a config with the part of a name at its end", withThresholds("{ lines: 80 }"), ["lines: 80"], "vitest.config.e2e.cts"),
    faulty("what several configs share", withThresholds("{ lines: 80 }"), ["lines: 80"], "vitest.shared.ts"),
    faulty(
      "a list of projects",
      "export default [{ test: { coverage: { thresholds: { lines: 80 } } } }];",
      ["lines: 80"],
      "vitest.workspace.ts",
    ),
    faulty("a config of JavaScript", withThresholds("{ lines: 80 }"), ["lines: 80"], "vitest.config.js"),
    faulty(
      "a config of CommonJS",
      "module.exports = { test: { coverage: { thresholds: { lines: 80 } } } };",
      ["lines: 80"],
      "vitest.config.cjs",
      "",
    ),
  ],
});
