import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { unreadSettings } from "./changed-settings.js";
import { judgeGuard } from "./judge-guard.js";

/** Texts before and now by path; null where the file is not there. */
type Edits = Readonly<Record<string, readonly [string | null, string | null]>>;

const FILES = ["p/src/a.ts", "p/src/b.tsx", "p/src/a.test.ts", "p/src/lib/c.ts"];

/** Findings as `kind file:line detail -- reason`, then what could not be read. Every line of the new text counts as changed. */
function check(edits: Edits, expected: readonly string[], files: readonly string[] = FILES): void {
  const changes = Object.entries(edits).map(([file, [before, now]]): ChangedFile => ({
    file: asRepoPath(file),
    oldFile: before === null ? null : asRepoPath(file),
    kind: now === null ? "deleted" : "text",
    lines: now === null ? [] : now.split("\n").map((_, index) => index + 1),
    hunks: [],
  }));
  const input = {
    changes,
    files: files.map(asRepoPath),
    textOf: (file: string) => edits[file]?.[1] ?? undefined,
    baseTextOf: (file: string) => edits[file]?.[0] ?? undefined,
    features: [],
    repo: null,
  };
  const found = judgeGuard(input).map(
    ({ kind, file, line, detail, reason }) =>
      `${kind} ${file}${line === null ? "" : `:${line}`} ${detail}${reason === null ? "" : ` -- ${reason}`}`,
  );
  expect([...found, ...unreadSettings(input).map(({ code, message }) => `${code} ${message}`)]).toEqual(expected);
}

const VITEST = "p/vitest.config.ts";
const config = (test: string) => `export default defineConfig({ test: { ${test} } });`;
const coverage = (settings: string) => config(`coverage: { ${settings} }`);
const unread = (key: string, file = VITEST) =>
  `CONFIG_UNREADABLE ${file}: ${key} is more than a literal, so the guard cannot compare what it leaves out`;

describe("vitest's coverage is narrowed", () => {
  it.each<[string, string, string, string[]]>([
    [
      "by an exclude",
      coverage('exclude: ["a"]'),
      coverage('exclude: ["a", "src/lib/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: src/lib/**"],
    ],
    [
      "by an exclude where there was none",
      config(""),
      coverage('exclude: ["x"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: x"],
    ],
    ["not by the same excludes in another order", coverage('exclude: ["a", "b"]'), coverage('exclude: ["b", "a"]'), []],
    ["not by an exclude less", coverage('exclude: ["a"]'), coverage("exclude: []"), []],
    [
      "by an exclude beside ones of vitest",
      coverage("exclude: [...coverageConfigDefaults.exclude]"),
      coverage('exclude: [...coverageConfigDefaults.exclude, "x"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: x"],
    ],
    [
      "by an exclude in a constant",
      'const out = ["a"] as const; ' + coverage("exclude: [...out]"),
      'const out = ["a", "b"] as const; ' + coverage("exclude: [...out]"),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: b"],
    ],
    [
      "by an exclude in a function's config",
      "export default defineConfig(() => ({ test: {} }));",
      "export default defineConfig(() => ({ test: { coverage: { exclude: [`x`] } } }));",
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: x"],
    ],
    [
      "by an exclude in one of its projects",
      config("projects: [{ test: {} }]"),
      config('projects: [{ test: { coverage: { exclude: ["x"] } } }]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: x"],
    ],
    [
      "by an include that takes in less",
      coverage('include: ["src/**"]'),
      coverage('include: ["src/lib/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.include without src/**"],
    ],
    [
      "by an include that is gone",
      coverage('include: ["src/**"]'),
      coverage(""),
      ["exempt-widened p/vitest.config.ts:1 coverage.include without src/**"],
    ],
    [
      "by an include that is gone, though it took in nothing",
      coverage('include: ["x/**", "src/**"]'),
      coverage('include: ["src/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.include without x/**"],
    ],
    [
      "not by another include of the same files",
      coverage('include: ["src/**/*.ts", "src/**/*.tsx"]'),
      coverage('include: ["./src/**/*.{ts,tsx}"]'),
      [],
    ],
    [
      "by an include that leaves out",
      coverage('include: ["src/**"]'),
      coverage('include: ["src/**", "!src/lib/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.include: !src/lib/**"],
    ],
    ["not by an exclude that takes back in", coverage('exclude: ["src/**"]'), coverage('exclude: ["src/**", "!src/lib/**"]'), []],
    [
      "by an exclude that takes back in no more",
      coverage('exclude: ["src/**", "!src/lib/**"]'),
      coverage('exclude: ["src/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude without !src/lib/**"],
    ],
    [
      "by an exclude that takes back in something else",
      coverage('exclude: ["src/**", "!src/lib/**"]'),
      coverage('exclude: ["src/**", "!src/none/**"]'),
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude without !src/lib/**"],
    ],
    [
      "not by an exclude that takes back in the same in other words",
      coverage('exclude: ["src/**", "!src/lib/c.ts"]'),
      coverage('exclude: ["src/**", "!src/lib/**"]'),
      [],
    ],
    [
      "by its switch",
      coverage("enabled: true"),
      coverage("enabled: false"),
      ["exempt-widened p/vitest.config.ts:1 coverage.enabled: false"],
    ],
    [
      "by its switch where there was none",
      coverage(""),
      coverage("enabled: false"),
      ["exempt-widened p/vitest.config.ts:1 coverage.enabled: false"],
    ],
    [
      "by its switch that is gone",
      coverage("enabled: true"),
      coverage(""),
      ["exempt-widened p/vitest.config.ts:1 coverage.enabled: true is gone"],
    ],
    ["not by a switch that was off", coverage("enabled: false"), coverage('enabled: false, provider: "v8"'), []],
    ["not by a switch turned on", coverage("enabled: false"), coverage("enabled: true"), []],
    [
      "by one of two switches",
      config("coverage: { enabled: true }, projects: [{ test: { coverage: { enabled: true } } }]"),
      config("coverage: { enabled: true }, projects: [{ test: { coverage: { enabled: false } } }]"),
      ["exempt-widened p/vitest.config.ts:1 coverage.enabled: false"],
    ],
  ])("%s", (_sentence, before, now, expected) => {
    check({ [VITEST]: [before, now] }, expected);
  });
});

describe("vitest asks for less", () => {
  const thresholds = (inner: string) => coverage(`thresholds: { ${inner} }`);
  it.each<[string, string, string, string[]]>([
    [
      "by a lower percent",
      thresholds("lines: 90, branches: 80"),
      thresholds("lines: 89, branches: 81"),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.lines from 90 to 89"],
    ],
    [
      "by a percent that is gone",
      thresholds("lines: 90"),
      coverage(""),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.lines from 90 to 0"],
    ],
    [
      "by 100 that is gone",
      thresholds("100: true"),
      thresholds("100: false, lines: 100, functions: 100, branches: 100"),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.statements from 100 to 0"],
    ],
    ["not by 100 in words", thresholds("100: true"), thresholds("lines: 100, functions: 100, branches: 100, statements: 100"), []],
    [
      "by a percent of some files",
      thresholds('"src/**.ts": { lines: 90 }'),
      thresholds('"src/**.ts": { lines: 80 }'),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.src/**.ts.lines from 90 to 80"],
    ],
    [
      "by the percent for all where that of some files is gone",
      thresholds('lines: 70, "src/**.ts": { lines: 90 }'),
      thresholds("lines: 70"),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.src/**.ts.lines from 90 to 70"],
    ],
    ["not where the percent for all is as high", thresholds('lines: 90, "src/**.ts": { lines: 90 }'), thresholds("lines: 90"), []],
    [
      "by more lines that may stay uncovered",
      thresholds("lines: -10"),
      thresholds("lines: -20"),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.lines from -10 to -20"],
    ],
    ["not by a percent where there was none", coverage(""), thresholds("lines: 1"), []],
    [
      "by the lowest of its projects",
      thresholds("lines: 90"),
      config("coverage: { thresholds: { lines: 90 } }, projects: [{ test: { coverage: { thresholds: { lines: 5 } } } }]"),
      ["band-lowered p/vitest.config.ts:1 coverage.thresholds.lines from 90 to 5"],
    ],
  ])("%s", (_sentence, before, now, expected) => {
    check({ [VITEST]: [before, now] }, expected);
  });
});

describe("vitest runs fewer tests", () => {
  it.each<[string, string, string, string[]]>([
    ["by an exclude", config("exclude: []"), config('exclude: ["src/lib/**"]'), ["test-skipped p/vitest.config.ts:1 exclude: src/lib/**"]],
    [
      "by an include that takes in less",
      config('include: ["src/**/*.test.ts"]'),
      config('include: ["src/lib/*.test.ts"]'),
      ["test-skipped p/vitest.config.ts:1 include without src/**/*.test.ts"],
    ],
    ["not by an include of the same tests", config('include: ["src/**/*.test.ts"]'), config('include: ["**/*.test.ts"]'), []],
    ["not by vitest's own include", config('include: ["src/**/*.test.ts"]'), config(""), []],
    [
      "by an include that leaves out",
      config('include: ["src/**"]'),
      config('include: ["src/**", "!src/a.test.ts"]'),
      ["test-skipped p/vitest.config.ts:1 include: !src/a.test.ts"],
    ],
  ])("%s", (_sentence, before, now, expected) => {
    check({ [VITEST]: [before, now] }, expected);
  });
});

describe("what is more than a literal", () => {
  it.each<[string, string, string, string[]]>([
    [
      "says nothing where it stays as it was",
      coverage("exclude: list(), thresholds: { ...high }"),
      coverage("exclude: list(), thresholds: { ...high }, all: true"),
      [],
    ],
    [
      "is told where it was a literal",
      coverage('exclude: ["a"], thresholds: { lines: 90 }'),
      coverage("exclude: list(), thresholds: thresholds()"),
      [unread("coverage.exclude"), unread("coverage.thresholds")],
    ],
    ["is told where it says something else", coverage('exclude: list("a")'), coverage('exclude: list("b")'), [unread("coverage.exclude")]],
    ["is told of a part of a list", coverage('include: ["src/**"]'), coverage("include: [...list]"), [unread("coverage.include")]],
    [
      "is told of a percent",
      coverage("thresholds: { lines: 90 }"),
      coverage("thresholds: { lines: high() }"),
      [unread("coverage.thresholds.lines")],
    ],
    ["is told of a switch", coverage("enabled: true"), coverage("enabled: !process.env.CI"), [unread("coverage.enabled")]],
    [
      "is told of a percent that may be in what is spread",
      coverage("thresholds: { lines: 90 }"),
      config("coverage: { ...shared }"),
      ["coverage.exclude", "coverage.include", "coverage.enabled", "coverage.thresholds"].map((key) => unread(key)),
    ],
    [
      "is told of a percent under a key that is worked out",
      coverage("thresholds: { lines: 90 }"),
      coverage("thresholds: { [key]: 90 }"),
      [unread("coverage.thresholds....")],
    ],
    ["is told of a getter", coverage('exclude: ["a"]'), coverage("get exclude() { return all; }"), [unread("coverage.exclude")]],
    ["is told of a text", coverage('exclude: ["a"]'), coverage("exclude: [`a${b}`]"), [unread("coverage.exclude")]],
    [
      "is told of a number",
      coverage("thresholds: { lines: 90 }"),
      coverage("thresholds: { lines: -high }"),
      [unread("coverage.thresholds.lines")],
    ],
    [
      "is told of a constant that names itself",
      coverage('exclude: ["a"]'),
      `const list = list; ${coverage("exclude: list")}`,
      [unread("coverage.exclude")],
    ],
    [
      "is told of more constants of constants than anybody reads",
      coverage('exclude: ["a"]'),
      `const c0 = ["a", "a"]; ${Array.from({ length: 40 }, (_, index) => `const c${index + 1} = [...c${index}, ...c${index}];`).join(" ")} ${coverage("exclude: c40")}`,
      [unread("the file")],
    ],
    ["is told of a whole file", coverage('exclude: ["a"]'), "export default preset();", [unread("the file")]],
    [
      "is told of a file that takes another in, of which nothing is missed",
      coverage("thresholds: { lines: 90 }"),
      `export default mergeConfig(shared, ${config("").slice(15, -1)});`,
      [unread("the file")],
    ],
    [
      "does not hide what stands beside it",
      coverage("thresholds: { lines: 90 }, enabled: true"),
      coverage("thresholds: { lines: 80, ...more }, enabled: false, ...more"),
      [
        "band-lowered p/vitest.config.ts:1 coverage.thresholds.lines from 90 to 80",
        "exempt-widened p/vitest.config.ts:1 coverage.enabled: false",
        unread("coverage.exclude"),
        unread("coverage.include"),
        unread("coverage.thresholds...."),
      ],
    ],
    ["is told of a file with a syntax error", coverage('exclude: ["a"]'), "export default {", [unread("the file")]],
    [
      "is a spread that can be read",
      `const all = { exclude: ["a"] }; ${coverage("...all")}`,
      `const all = { exclude: ["a", "b"] }; ${coverage("...all")}`,
      ["exempt-widened p/vitest.config.ts:1 coverage.exclude: b"],
    ],
    [
      "is nothing that is no setting",
      coverage("exclude: [1, , /x/], enabled: 1, thresholds: null"),
      `export default ({ test: [] } satisfies X);`,
      [],
    ],
  ])("%s", (_sentence, before, now, expected) => {
    check({ [VITEST]: [before, now] }, expected);
  });
});

describe("a configuration", () => {
  const high = coverage("thresholds: { lines: 90 }");
  it.each<[string, Edits, string[], string[]?]>([
    ["that is new takes nothing away", { [VITEST]: [null, coverage('exclude: ["a"]')] }, []],
    [
      "that is deleted asks for nothing",
      { [VITEST]: [high, null] },
      ["band-lowered p/vitest.config.ts coverage.thresholds.lines from 90 to 0"],
    ],
    ["that is deleted with its folder is meant", { [VITEST]: [high, null] }, [], ["q/a.ts"]],
    ["may move to another file of its folder", { [VITEST]: [high, null], "p/vite.config.mts": [null, high] }, []],
    [
      "may lose on its way to another file",
      { [VITEST]: [high, null], "p/vite.config.mts": [null, config("")] },
      ["band-lowered p/vite.config.mts:1 coverage.thresholds.lines from 90 to 0"],
    ],
    [
      "of another folder is another",
      { [VITEST]: [high, null], "q/vitest.config.ts": [null, high] },
      ["band-lowered p/vitest.config.ts coverage.thresholds.lines from 90 to 0"],
    ],
    [
      "of several workspaces is one",
      {
        "p/vitest.workspace.ts": [
          "export default defineWorkspace([{ test: {} }]);",
          'export default defineWorkspace([{ test: { exclude: ["x"] } }]);',
        ],
      },
      ["test-skipped p/vitest.workspace.ts:1 exclude: x"],
    ],
    [
      "is lowered for a reason above the line",
      { [VITEST]: [high, coverage("thresholds: {\n// lower -- the parser is generated\nlines: 80 }")] },
      ["band-lowered p/vitest.config.ts:3 coverage.thresholds.lines from 90 to 80 -- the parser is generated"],
    ],
    [
      "of jest",
      {
        "p/jest.config.js": [
          'module.exports = { collectCoverage: true, coverageThreshold: { global: { lines: 90 } }, collectCoverageFrom: ["<rootDir>/src/**/*.ts"] };',
          'module.exports = { coverageThreshold: { global: { lines: 80 } }, coveragePathIgnorePatterns: ["lib"], testPathIgnorePatterns: ["slow"], collectCoverageFrom: ["src/**/*.{ts,tsx}"] };',
        ],
      },
      [
        "exempt-widened p/jest.config.js:1 coveragePathIgnorePatterns: lib",
        "test-skipped p/jest.config.js:1 testPathIgnorePatterns: slow",
        "band-lowered p/jest.config.js:1 coverageThreshold.global.lines from 90 to 80",
        "exempt-widened p/jest.config.js:1 collectCoverage: true is gone",
      ],
    ],
    [
      "of jest that is assigned to something else is not whole",
      {
        "p/jest.config.js": ["module.exports = { collectCoverage: true };", "exports.a = { collectCoverage: true };"],
        "p/src/lib/jest.config.js": ["module.exports = { collectCoverage: true };", "config = {};\nlet x = 1;"],
        "q/jest.config.ts": ["export default { collectCoverage: true };", "const all = all as T;\nexport default all;"],
        "p/src/jest.config.ts": ["export default { collectCoverage: true };", "const all = {} as T;\nexport default all satisfies T;"],
      },
      [
        "exempt-widened p/src/jest.config.ts:1 collectCoverage: true is gone",
        unread("the file", "p/jest.config.js"),
        unread("the file", "p/src/lib/jest.config.js"),
        unread("the file", "q/jest.config.ts"),
      ],
      [...FILES, "q/a.ts"],
    ],
    [
      "of jest loses a percent of some files to that for all",
      {
        "p/jest.config.ts": [
          "export default { coverageThreshold: { global: { lines: 70 }, x: { lines: 90 } } };",
          "const config = { coverageThreshold: { global: { lines: 70 } } };\nexport default config;",
        ],
      },
      ["band-lowered p/jest.config.ts:1 coverageThreshold.x.lines from 90 to 70"],
    ],
    [
      "in package.json, with a reason in a text",
      {
        "p/package.json": [
          '{ "nyc": { "lines": 90 }, "c8": { "exclude": [] }, "jest": {} }',
          '{ "nyc": {\n"//": "lower -- the parser is generated",\n"lines": 80 },\n"c8": { "exclude": "x" },\n"jest": { "collectCoverage": false } }',
        ],
      },
      [
        "band-lowered p/package.json:3 lines from 90 to 80 -- the parser is generated",
        "exempt-widened p/package.json:4 exclude: x",
        "exempt-widened p/package.json:5 collectCoverage: false",
      ],
    ],
    [
      "of nyc and c8",
      {
        "p/.c8rc.json": [
          '\uFEFF{ "check-coverage": true, "all": true, "include": ["src/**"] }',
          '{ "all": false, "include": ["src/lib/**"] }',
        ],
        "p/src/.nycrc": ["{}", "all: true"],
      },
      [
        "exempt-widened p/.c8rc.json:1 include without src/**",
        "exempt-widened p/.c8rc.json:1 all: false",
        "band-lowered p/.c8rc.json:1 check-coverage: true is gone",
        unread("the file", "p/src/.nycrc"),
      ],
    ],
    [
      "that is a list, or of no coverage, says nothing",
      {
        "p/.c8rc.json": ["[]", "[1]"],
        "p/package.json": ['{ "name": "a" }', '{ "name": "b" }'],
        "p/tsconfig.json": ["{}", '{ "exclude": ["a"] }'],
      },
      [],
    ],
  ])("%s", (_sentence, edits, expected, files) => {
    check(edits, expected, files);
  });
});
