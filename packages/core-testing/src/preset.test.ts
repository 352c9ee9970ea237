/** The preset under a real vitest, in real packages. Each run is made once and looked at from several sides. */
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChildPackage, type ChildPackage, type ChildRun } from "./__fixtures__/child-package.js";

const NO_BAND = "{ statements: 0, branches: 0, functions: 0, lines: 0 }";
const FULL_BAND = "{ statements: 100, branches: 100, functions: 100, lines: 100 }";
const MUST_NOT_RUN = 'throw new Error("must not run");\n';

/** A test fails, a source changes while it runs, and tests lie where none may be looked for. */
const failing = createChildPackage("repo", `{ name: "failing", coverage: { bands: { baseline: ${NO_BAND} }, exempt: ["src/old/**"] } }`, {
  "src/tested.ts": "export const double = (n: number): number => n * 2;\r\nexport const umlaut = 'ä';\r\n",
  "src/untested.ts": "export function half(n: number): number {\n  return n / 2;\n}\n",
  "src/conformance/coverage/policy.ts": "export const strict = (): boolean => true;\n",
  "src/changing.ts": "export const before = (): number => 1;\n",
  "src/index.ts": 'export * from "./tested.js";\n',
  "src/ui/form.ts": "export const form = (): number => 1;\n",
  "src/old/legacy.ts": "export const old = (): number => 1;\n",
  "src/tested.test.ts": `import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { before } from "./changing.js";
import { double } from "./tested.js";
it("passes", () => expect(double(before())).toBe(2));
it("changes a source", () => writeFileSync(fileURLToPath(new URL("./changing.ts", import.meta.url)), "export const after = 2;\\n"));
it("fails", () => expect(double(2)).toBe(5));
`,
  "dist/tested.test.mjs": MUST_NOT_RUN,
  "tools/tested.test.mjs": MUST_NOT_RUN,
  "src/dist/tested.test.ts": MUST_NOT_RUN,
  ".stryker-tmp/sandbox-1/src/tested.test.ts": MUST_NOT_RUN,
  "src/.stryker-tmp/sandbox-1/tested.test.ts": MUST_NOT_RUN,
});

/** The checkout lies below folders that exempt rules and vitest's own excludes name. All tests pass, a layer's band does not hold. */
const below = createChildPackage(
  "src/coverage/__fixtures__/dist/.stryker-tmp/(copy) [1]",
  `{ name: "below", coverage: { bands: { baseline: ${NO_BAND}, entities: ${FULL_BAND} } } }`,
  {
    "src/entities/clock.ts": "export const hour = (h: number): string => (h < 12 ? 'am' : 'pm');\n",
    "src/untested.ts": "export const half = (n: number): number => n / 2;\n",
    "tools/helper.ts": "export const help = (): number => 1;\n",
    "src/clock.test.ts": `import { expect, it } from "vitest";
import { help } from "../tools/helper.js";
import { hour } from "./entities/clock.js";
it("passes", () => expect(hour(help())).toBe("am"));
`,
  },
);

/** Nothing is wrong. */
const passing = createChildPackage("repo", `{ name: "passing", coverage: { bands: { baseline: ${FULL_BAND} } } }`, {
  "src/tested.ts": "export const double = (n: number): number => n * 2;\n",
  "src/tested.test.ts": `import { expect, it } from "vitest";
import { double } from "./tested.js";
it("passes", () => expect(double(1)).toBe(2));
`,
});

/** A band's folder was renamed. */
const renamed = createChildPackage("repo", `{ name: "renamed", coverage: { bands: { baseline: ${NO_BAND}, entities: ${FULL_BAND} } } }`, {
  "src/models/user.ts": "export const user = (): number => 1;\n",
  "src/user.test.ts": MUST_NOT_RUN,
});

let runs: Record<"failing" | "below" | "passing" | "renamed", ChildRun>;

beforeAll(async () => {
  const coverage = "--coverage";
  const [a, b, c, d] = await Promise.all([
    failing.vitest(coverage),
    below.vitest(coverage, "--reporter=dot", "--coverage.reportsDirectory=out/reports"),
    passing.vitest(coverage),
    renamed.vitest(),
  ]);
  runs = { failing: a, below: b, passing: c, renamed: d };
}, 60_000);

afterAll(() => {
  for (const child of [failing, below, passing, renamed]) child[Symbol.dispose]();
});

/** Lines that ran, of all executable lines, by `SF`. */
function linesByFile(child: ChildPackage, report = "coverage/lcov.info"): Record<string, string> {
  const records = child.read(report).split("end_of_record\n").slice(0, -1);
  return Object.fromEntries(records.map((record) => [valueOf(record, "SF"), `${valueOf(record, "LH")} of ${valueOf(record, "LF")}`]));
}

function valueOf(record: string, key: string): string {
  return new RegExp(`^${key}:(.*)$`, "m").exec(record)?.[1] ?? "";
}

function gitBlobOf(child: ChildPackage, file: string): string {
  return execFileSync("git", ["hash-object", "--no-filters", child.path(file)], { encoding: "utf8" }).trimEnd();
}

describe("a run with a failing test", () => {
  it("fails", () => {
    expect(runs.failing.exitCode).toBe(1);
    expect(runs.failing.output).toContain("expected 4 to be 5");
  });

  it("still writes an lcov of every source, relative to the repository, untested ones with zero hits", () => {
    expect(linesByFile(failing)).toEqual({
      "packages/demo/src/changing.ts": "1 of 1",
      "packages/demo/src/conformance/coverage/policy.ts": "0 of 1",
      "packages/demo/src/tested.ts": "2 of 2",
      "packages/demo/src/untested.ts": "0 of 1",
    });
  });

  it("still writes a coverage map of the same files", () => {
    const map = JSON.parse(failing.read("coverage/coverage-final.json")) as object;
    const measured = Object.keys(linesByFile(failing)).map((file) => failing.path(file.replace("packages/demo/", "")));
    expect(Object.keys(map).toSorted()).toEqual(measured.toSorted());
  });

  it("writes git's blob ids, and null for the source that changed meanwhile", () => {
    expect(JSON.parse(failing.read("coverage/sources.json"))).toEqual({
      schemaVersion: "1.0",
      sources: {
        "packages/demo/src/changing.ts": { blob: null },
        "packages/demo/src/conformance/coverage/policy.ts": { blob: gitBlobOf(failing, "src/conformance/coverage/policy.ts") },
        "packages/demo/src/tested.ts": { blob: gitBlobOf(failing, "src/tested.ts") },
        "packages/demo/src/untested.ts": { blob: gitBlobOf(failing, "src/untested.ts") },
      },
    });
  });

  it("runs no test of dist or .stryker-tmp, nor outside of src", () => {
    const { testResults } = JSON.parse(failing.read("coverage/tests.json")) as { testResults: { name: string }[] };
    expect(testResults.map(({ name }) => name)).toEqual([failing.path("src/tested.test.ts")]);
  });
});

describe("a run whose coverage misses a layer's band, below folders with names that are excluded elsewhere", () => {
  it("fails and names the layer's glob", () => {
    expect(runs.below.exitCode).toBe(1);
    expect(runs.below.output).toContain('Coverage for branches (50%) does not meet "src/entities/**" threshold (100%)');
    expect(runs.below.output).toContain("1 passed");
  });

  it("still writes an lcov of its sources, and of nothing outside of src", () => {
    expect(linesByFile(below, "out/reports/lcov.info")).toEqual({
      "packages/demo/src/entities/clock.ts": "1 of 1",
      "packages/demo/src/untested.ts": "0 of 1",
    });
  });

  it("writes the other reports beside it, though the command line names a reporter", () => {
    const { sources } = JSON.parse(below.read("out/reports/sources.json")) as { sources: object };
    expect(sources).toEqual({
      "packages/demo/src/entities/clock.ts": { blob: gitBlobOf(below, "src/entities/clock.ts") },
      "packages/demo/src/untested.ts": { blob: gitBlobOf(below, "src/untested.ts") },
    });
    expect(below.has("out/reports/tests.json")).toBe(true);
    expect(below.has("coverage")).toBe(false);
  });
});

describe("a run in which all is well", () => {
  it("succeeds, whatever the manifest's own coverage", () => {
    expect(runs.passing).toMatchObject({ exitCode: 0 });
    expect(linesByFile(passing)).toEqual({ "packages/demo/src/tested.ts": "1 of 1" });
  });
});

describe("a run with a band that holds no file", () => {
  it("stops before any test and says what to do", () => {
    expect(runs.renamed.exitCode).toBe(1);
    expect(runs.renamed.output).toContain('BAND_MATCHES_NO_FILE: the band "entities" of feature "renamed" holds no file');
    expect(runs.renamed.output).toContain('next: correct the layer\'s globs, or take the band "entities" out of the manifest');
    expect(runs.renamed.output).not.toContain("must not run");
  });

  it("writes nothing", () => expect(renamed.has("coverage")).toBe(false));
});
