import { asRepoPath } from "@repo/coverage-core";
import { type MutantOutcome } from "@repo/coverage-core/mutation";
import { createTempRepo } from "@repo/core-testing";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlannedMutant } from "./plan-package.js";
import { homeOfKey, readKnown, rememberKeys, writeKnown } from "./result-cache.js";

const FILE = "node_modules/.cache/bandline/mutation/-x-shop.json";
const at = { line: 1, column: 1 };
const MUTANT: PlannedMutant = {
  file: asRepoPath("a.ts"),
  range: { start: at, end: at },
  mutator: "BooleanLiteral",
  replacement: "false",
  key: "k1",
  symbol: null,
  original: "true",
  ignored: null,
};
const coveredBy = [{ file: asRepoPath("a.test.ts"), test: "works" }];
const outcome = (status: MutantOutcome["status"]): MutantOutcome => ({
  status,
  reason: null,
  coveredBy,
  testsCompleted: 1,
  isStatic: false,
});
const outcomes = new Map([
  ["k1", outcome("killed")],
  ["k2", outcome("survived")],
  ["k3", outcome("timeout")],
]);

async function known({ inputs = "i", written }: { readonly inputs?: string; readonly written?: string }) {
  using repo = createTempRepo({});
  await writeKnown(repo.root, "@x/shop", "i", { mutants: [MUTANT], outcomes });
  if (written !== undefined) writeFileSync(repo.path(FILE), written);
  return await readKnown(repo.root, "@x/shop", inputs);
}

describe("what earlier runs found out", () => {
  it("is known as long as the inputs are the same; which tests ran a mutant only where none of them noticed", async () => {
    const found = await known({});
    expect(found?.mutants).toEqual([MUTANT]);
    expect([...(found?.outcomes ?? [])]).toEqual([
      ["k1", { ...outcome("killed"), coveredBy: [] }],
      ["k2", outcome("survived")],
      ["k3", { ...outcome("timeout"), coveredBy: [] }],
    ]);
  });

  it.each<[string, Parameters<typeof known>[0]]>([
    ["other inputs", { inputs: "j" }],
    ["a file of another form", { written: JSON.stringify({ version: 2, inputs: "i", mutants: [], outcomes: {} }) }],
    ["a file that is cut", { written: '{"version":1,"inp' }],
    ["a file without outcomes", { written: JSON.stringify({ version: 1, inputs: "i", mutants: [] }) }],
  ])("is nothing with %s", async (_, given) => expect(await known(given)).toBeUndefined());

  it("is nothing where there is no file, or a folder in its place", async () => {
    using repo = createTempRepo({});
    expect(await readKnown(repo.root, "@x/shop", "i")).toBeUndefined();
    mkdirSync(join(repo.root, FILE), { recursive: true });
    expect(await readKnown(repo.root, "@x/shop", "i")).toBeUndefined();
  });
});

describe("where a mutant was told of", () => {
  it("is known of each that was, also after another run told of others", async () => {
    using repo = createTempRepo({});
    await rememberKeys(repo.root, []);
    expect(await homeOfKey(repo.root, "k1")).toBeUndefined();
    await rememberKeys(repo.root, [{ key: "k1", package: "a" }]);
    await rememberKeys(repo.root, [{ key: "k2", package: "b" }]);
    expect([await homeOfKey(repo.root, "k1"), await homeOfKey(repo.root, "k2")]).toEqual(["a", "b"]);
  });

  it("is forgotten where the file is cut", async () => {
    using repo = createTempRepo({});
    repo.write({ "node_modules/.cache/bandline/mutation/.told.json": '[["k1' });
    expect(await homeOfKey(repo.root, "k1")).toBeUndefined();
  });
});
