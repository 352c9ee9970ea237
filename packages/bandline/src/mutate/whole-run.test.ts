/**
 * Real Stryker on a tiny package. Each run is made once, in this order, and looked at from several sides.
 * @module-tag slow
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  GRADE,
  LABEL,
  OUTCOMES,
  SCORES,
  countsOf,
  createWorkspace,
  mutateIn,
  nameOf,
  read,
  type MutateRan,
} from "../__fixtures__/graded-workspace.js";
import { applyEach } from "../__fixtures__/apply-each.js";

const repo = createWorkspace();
afterAll(() => repo.remove());

/** Every program of Stryker's that a run starts leaves a file here. */
const started = repo.path("node_modules/.started");

/** @returns the run, and how many of those there are. */
async function counted(argv: readonly string[]): Promise<MutateRan & { readonly programs: number }> {
  rmSync(started, { recursive: true, force: true });
  repo.write({
    "node_modules/.started/count.cjs":
      'if (/stryker/.test(process.argv[1])) require("node:fs").writeFileSync(__dirname + "/" + process.pid, "");\n',
  });
  const result = await mutateIn(repo, argv, { env: { ...process.env, NODE_OPTIONS: `--require ${started}/count.cjs` } });
  return { ...result, programs: readdirSync(started).length - 1 };
}

const survivorNames = ({ document }: MutateRan) => document.survivors.map(nameOf).sort();
const NAMES = Object.keys(OUTCOMES);
const LIVING = NAMES.filter((name) => OUTCOMES[name] !== "killed").sort();
const COUNTS = { killed: 11, survived: 3, noCoverage: 1, ignored: 1 };

type Counted = Awaited<ReturnType<typeof counted>>;

describe("slow: a whole run", () => {
  let list: Counted;
  let whole: Counted;
  let again: Counted;
  let scores = "";
  beforeAll(async () => {
    list = await counted(["--list"]);
    whole = await counted(["--json"]);
    scores = read(repo, SCORES);
    again = await counted(["--json", "--verify"]);
  }, 300_000);

  it("is planned by --list, which tests nothing and keeps nothing", () => {
    expect(list.document).toMatchObject({ status: "pass", exitCode: 0, packages: [], survivors: [] });
    expect(list.document.plan?.map(nameOf)).toEqual(NAMES);
  });

  it("scores the package against its threshold", () => {
    expect([whole.exitCode, whole.document.status, whole.document.errors]).toEqual([0, "pass", []]);
    expect(whole.document.packages).toMatchObject([{ name: "@demo/grade", score: 73.33, threshold: 70, interval: null, reused: 0 }]);
    expect(countsOf(whole.document)).toEqual(COUNTS);
  });

  it("tells every survivor, with the tests that ran it", () => {
    expect(Object.fromEntries(whole.document.survivors.map((each) => [nameOf(each), each.status]))).toEqual(
      Object.fromEntries(LIVING.map((name) => [name, OUTCOMES[name]])),
    );
    expect(whole.document.survivors[0]).toMatchObject({
      package: "@demo/grade",
      file: GRADE,
      symbol: "isHigh",
      original: "n >= 10",
      replacement: "n > 10",
      coveredBy: [{ file: "packages/grade/src/entities/grade.test.ts", test: "is high" }],
      testsCompleted: 1,
      changedInDiff: null,
      verified: null,
      suggestedTestFile: "packages/grade/src/entities/grade.test.ts",
    });
  });

  it("gives each survivor a diff that git applies", () => {
    for (const { file, diff, replacement } of whole.document.survivors) {
      const patch = repo.path("mutant.patch");
      writeFileSync(patch, diff);
      repo.git("apply", patch);
      expect(read(repo, file)).toContain(replacement);
      repo.git("checkout", "--", "packages");
      rmSync(patch);
    }
  });

  it("writes the scores", () => {
    expect(JSON.parse(scores)).toMatchObject({
      commit: repo.git("rev-parse", "--short=7", "HEAD"),
      packages: { "@demo/grade": { score: 73.33, files: { [GRADE]: { score: 91.66 }, [LABEL]: { score: 0 } } } },
    });
  });

  it("agrees of every mutant with plain vitest on the mutated text", async () => {
    const survivors = new Set(survivorNames(whole));
    const byHand = await applyEach(repo, list.document.plan ?? []);
    expect(byHand).toEqual(Object.fromEntries(NAMES.map((name) => [name, survivors.has(name) ? "green" : "red"])));
  }, 120_000);

  it("reuses everything the second time, starts no Stryker, and leaves the scores as they are", () => {
    expect(again.document.packages).toMatchObject([{ score: 73.33, reused: 15 }]);
    expect(survivorNames(again)).toEqual(LIVING);
    expect(read(repo, SCORES)).toBe(scores);
    expect([again.programs, whole.programs > 0]).toEqual([0, true]);
  });

  it("with --verify runs each survivor's tests in plain vitest", () => {
    expect(Object.fromEntries(again.document.survivors.map((each) => [nameOf(each), each.verified]))).toEqual({
      "grade.ts:2:10 n > 10": true,
      'label.ts:1:21 ""': true,
      "label.ts:2:21 () => undefined": true,
      "label.ts:2:44 n * 2": null,
    });
  });
});
