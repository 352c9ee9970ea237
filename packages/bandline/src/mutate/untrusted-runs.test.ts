/**
 * Real Stryker on packages of which a run says nothing, or nothing good. Each run is made once, and looked at from several sides.
 * @module-tag slow
 */
import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countsOf, createWorkspace, mutateIn, nameOf, read, type MutateRan } from "../__fixtures__/graded-workspace.js";

const STRYKER = join(
  realpathSync(join(import.meta.dirname, "../../node_modules/@repo/core-testing")),
  "node_modules/@stryker-mutator/core/bin/stryker.js",
);

const EXTENDS = JSON.stringify({ extends: "@repo/core-testing/stryker.base.json" });
const VITEST_CONFIG = 'export default { test: { root: import.meta.dirname, pool: "threads", maxWorkers: 1 } };\n';

function packageOf(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const all = {
    "package.json": JSON.stringify({ name: `@demo/${name}`, type: "module", scripts: { test: "vitest run" } }),
    "vitest.config.mjs": VITEST_CONFIG,
    "stryker.config.json": EXTENDS,
    ...files,
  };
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [`packages/${name}/${file}`, text]));
}

const TRAP_TEST = "packages/trap/src/entities/open.test.ts";

const repo = createWorkspace({
  ...packageOf("none", {
    "src/entities/money.ts": "export interface Money {\n  readonly cents: number;\n}\n",
    "src/entities/money.test.ts": 'import { expect, it } from "vitest";\nit("is", () => expect(1).toBe(1));\n',
    // What an earlier run of raw Stryker may have left behind: all is well.
    "reports/mutation/mutation.json": JSON.stringify({
      schemaVersion: "2.0",
      thresholds: { high: 90, low: 80 },
      files: {
        "src/entities/money.ts": {
          language: "typescript",
          source: "",
          mutants: [
            {
              id: "0",
              mutatorName: "BooleanLiteral",
              replacement: "true",
              status: "Killed",
              location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
            },
          ],
        },
      },
    }),
  }),
  // A test that looks away where Stryker's runner is at work.
  ...packageOf("sly", {
    "src/entities/age.ts": "export const isAdult = (age: number): boolean => {\n  return age >= 18;\n};\n",
    "src/entities/age.test.ts": `import { expect, it } from "vitest";
import { isAdult } from "./age.js";
it("knows young and old", () => expect([isAdult(3), isAdult(30)]).toEqual([false, true]));
it.skipIf("__stryker__" in globalThis)("knows the day itself", () => expect(isAdult(18)).toBe(true));
`,
  }),
  // All its mutants live, and Stryker itself does not read what \`extends\` would say.
  ...packageOf("trap", {
    "src/entities/open.ts": "export const isOpen = (): boolean => true;\n",
    "src/entities/open.test.ts":
      'import { expect, it } from "vitest";\nimport { isOpen } from "./open.js";\nit("is open", () => expect([isOpen()]).toHaveLength(1));\n',
  }),
});
afterAll(() => repo.remove());

interface Raw {
  readonly exitCode: number;
  readonly output: string;
}

/** `stryker run`, as a script of the package would. */
function rawStryker(name: string): Promise<Raw> {
  const cwd = repo.path("packages", name);
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(VITEST|NODE_ENV)/.test(key)));
  return new Promise((resolve) => {
    execFile(process.execPath, [STRYKER, "run"], { cwd, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

describe("slow: runs that are not to be trusted", () => {
  let trap: MutateRan;
  let none: MutateRan;
  let sly: MutateRan;
  let raw: Raw;
  let red: MutateRan;
  let broken: MutateRan;

  beforeAll(async () => {
    none = await mutateIn(repo, ["--filter", "@demo/none", "--json"]);
    sly = await mutateIn(repo, ["--filter", "packages/sly", "--verify", "--json"]);
    trap = await mutateIn(repo, ["--filter", "@demo/trap", "--json"]);
    raw = await rawStryker("trap");
    repo.write({ [TRAP_TEST]: read(repo, TRAP_TEST).replace("toHaveLength(1)", "toHaveLength(2)") });
    red = await mutateIn(repo, ["--filter", "@demo/none", "--filter", "packages/t*", "--json"]);
    repo.write({ "packages/sly/src/entities/broken.test.ts": 'import "./nothing.js";\n' });
    broken = await mutateIn(repo, ["--filter", "@demo/sly", "--json"]);
  }, 300_000);

  it("a package without mutants has nothing to do, whatever an earlier report says", () => {
    expect([none.exitCode, none.document.status, none.document.errors]).toEqual([0, "nothing-to-do", []]);
    expect([countsOf(none.document), none.document.packages[0]?.score]).toEqual([{}, null]);
  });

  it("a survivor that plain vitest notices is none: the run says nothing", () => {
    expect([sly.exitCode, sly.document.status, sly.document.survivors]).toEqual([4, "error", []]);
    expect(sly.document.inconclusive.map(nameOf)).toEqual(["age.ts:2:10 age > 18"]);
    expect(sly.document.inconclusive[0]).toMatchObject({ status: "inconclusive", verified: false });
    expect(sly.document.inconclusive[0]?.reason).toMatch(/its tests fail on the mutated text in plain vitest/);
    expect(sly.document.nextActions[0]).toMatch(/^of 1 inconclusive: /);
  });

  it("raw Stryker passes where a configuration only says extends, and this fails", () => {
    expect(raw.output).toContain('Unknown stryker config option "extends"');
    expect(raw.exitCode).toBe(0);
    expect([trap.exitCode, trap.document.status]).toEqual([1, "fail"]);
    expect(trap.document.packages).toMatchObject([{ score: 0, threshold: 80, counts: { survived: 2 } }]);
  });

  it("a survivor is none while a test file cannot be loaded", () => {
    expect([broken.exitCode, broken.document.status, broken.document.packages]).toEqual([3, "error", []]);
    expect(broken.document.errors).toMatchObject([{ code: "BASELINE_FAILED", hint: "pnpm test --filter @demo/sly" }]);
    expect(broken.document.errors[0]?.message).toContain("broken.test.ts");
  });

  it("tests that fail by themselves are an error of their package alone", () => {
    expect([red.exitCode, red.document.status, red.document.packages.map(({ name }) => name)]).toEqual([3, "error", ["@demo/none"]]);
    expect(red.document.errors).toMatchObject([{ code: "BASELINE_FAILED", hint: "pnpm test --filter @demo/trap" }]);
    expect(red.document.errors[0]?.message).toContain("is open");
  });
});
