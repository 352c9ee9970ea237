/** core-shared's check at boot has a reader of lcov of its own, below this package: it must come to the same numbers. */
import { assertFeatureConformance } from "@repo/core-shared/conformance/boot";
import { METRICS } from "@repo/core-shared/conformance/coverage";
import { defineFeature } from "@repo/core-shared/conformance/feature";
import fc from "fast-check";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseIstanbulStatements } from "../formats/istanbul-statements.js";
import { countsOf } from "../lcov/count-model.js";
import { mergeCoverage } from "../lcov/merge-records.js";
import type { FileCoverage } from "../lcov/model.js";
import { parseRecord } from "../lcov/parse-record.js";
import { splitRecords } from "../lcov/split-records.js";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy } from "../policy/file-policy.js";
import { missedMetrics, totalsOf } from "./summarize.js";
import { createTally } from "./tally.js";

const BAND = { statements: 60, branches: 60, functions: 60, lines: 60 } as const;
const manifest = defineFeature({
  name: "shop",
  coverage: { bands: { baseline: BAND, entities: { ...BAND, lines: 99.99 } }, exempt: ["src/old/**"] },
} as const);
const FILES = ["src/entities/a.ts", "src/application/use-cases/b.ts", "src/c.ts", "src/d.ts", "src/index.ts", "src/old/e.ts"];
const policyOf = createPolicy([{ name: "@demo/shop", folder: asRepoPath("packages/shop"), manifest, manifestFile: null }], null);

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "bandline-agrees-"));
  mkdirSync(join(root, "coverage"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** By layer, as the summary has it of the files that have to be covered, and what it misses. */
function summarized(lcov: string, statements: string | null) {
  const byFile = new Map<string, [FileCoverage, ...FileCoverage[]]>();
  for (const record of splitRecords(Buffer.from(lcov), "lcov.info")) {
    const parsed = parseRecord(record, "lcov.info");
    byFile.set(parsed.file, [...(byFile.get(parsed.file) ?? []), parsed] as [FileCoverage, ...FileCoverage[]]);
  }
  const stated = statements === null ? new Map<string, never>() : parseIstanbulStatements(statements, "coverage-final.json");
  const tally = createTally(policyOf);
  for (const [file, parts] of byFile) {
    const known = stated.get(file);
    if (policyOf(asRepoPath(file)).exempt === null) tally.add(file, countsOf(mergeCoverage(parts)), known && { statements: known });
  }
  return [...(tally.byPackage.get("@demo/shop") ?? [])].sort().map(([layer, counts]) => {
    const band = policyOf(
      asRepoPath(`packages/shop/${FILES.find((file) => policyOf(asRepoPath(`packages/shop/${file}`)).layer === layer)}`),
    ).band;
    const sums = METRICS.map((metric) => `${counts[metric].covered}/${counts[metric].total}`);
    return [layer, sums, missedMetrics(totalsOf(counts), band)];
  });
}

/** The same, as the check at boot has it. */
function booted(lcov: string, statements: string | null) {
  writeFileSync(join(root, "coverage/lcov.info"), lcov);
  const map = join(root, "coverage/coverage-final.json");
  if (statements === null) rmSync(map, { force: true });
  else writeFileSync(map, statements);
  const options = { root, folder: "packages/shop", warn: () => {}, env: { USE_DEV_SEED: "true" } };
  const { byLayer } = assertFeatureConformance(manifest, options);
  const missed = missedAtBoot(options);
  return [...(byLayer ?? [])].sort().map(([layer, counts]) => {
    const sums = METRICS.map((metric) => `${counts[metric].covered}/${counts[metric].total}`);
    const own = missed.filter((each) => each.layer === layer).map(({ metric, actual, required }) => ({ metric, actual, required }));
    return [layer, sums, own];
  });
}

function missedAtBoot(options: NonNullable<Parameters<typeof assertFeatureConformance>[1]>) {
  try {
    assertFeatureConformance(manifest, { ...options, env: { NODE_ENV: "production" } });
    return [];
  } catch (error) {
    return (error as { missed: readonly { layer: string; metric: string; actual: number; required: number }[] }).missed;
  }
}

function check(lcov: string, statements: string | null = null): void {
  expect(booted(lcov, statements)).toEqual(summarized(lcov, statements));
}

const record = (file: string, ...lines: string[]) => ["TN:", `SF:packages/shop/${file}`, ...lines, "end_of_record", ""].join("\n");
/** Every layer with a band has a file. */
const ENTITY = record("src/entities/a.ts", "DA:1,1");

it.each<[string, string]>([
  ["lines", record("src/c.ts", "DA:1,1", "DA:2,0", "DA:2,3", "DA:3,-1", "DA:4,1e2", "DA:0,1", "DA:5,0.4", "DA:6,0.5,sum")],
  ["functions", record("src/c.ts", "FN:1,f", "FN:2,9,g(a,b)", "FN:3,f", "FNDA:0,f", "FNDA:2,f", "FNDA:1,g(a,b)", "FN:1,f", "FNDA:7,f")],
  ["functions of lcov 2.2", record("src/c.ts", "FNL:0,1,3", "FNA:0,2,f", "FNA:0,0,g", "FNL:1,9", "FNA:1,0,f")],
  ["arms", record("src/c.ts", "BRDA:1,0,0,-", "BRDA:1,0,0,1", "BRDA:1,0,1,0", "BRDA:1,e0,1,2", "BRDA:2,0,a,b,1", "BRDA:1,00,0,-")],
  ["records of one file", record("src/c.ts", "DA:1,0", "FN:1,f", "FNDA:0,f") + record("src/c.ts", "DA:1,1", "FN:1,f", "FNDA:1,f")],
  ["what is exempt", record("src/index.ts", "DA:1,0") + record("src/old/e.ts", "DA:1,0")],
  ["no line at all", record("src/c.ts") + record("src/application/use-cases/b.ts", "LF:0")],
  ["another package", ENTITY.replace("packages/shop", "packages/shopping")],
  ["sums that are wrong", record("src/c.ts", "DA:1,0", "LF:7", "LH:7", "FNF:7", "FNH:7", "BRF:7", "BRH:7")],
  ["what Windows writes", record("src/c.ts", "DA:1,0", "FN:1,f", "FNDA:2,f", "BRDA:1,0,0,1").replaceAll("\n", "\r\n")],
])("the check at boot counts %s as the summary does", (_sentence, lcov) => check(ENTITY + lcov));

it("the check at boot counts statements as the summary does, where a coverage map has them", () => {
  const map = JSON.stringify({
    "packages/shop/src/c.ts": { s: { 0: 1, 1: 0, 2: 0 } },
    "packages/shop/src/entities/a.ts": { s: { 0: 1, 1: 0 } },
  });
  check(ENTITY + record("src/c.ts", "DA:1,1", "DA:2,0") + record("src/d.ts", "DA:1,1"), map);
});

const line = fc.integer({ min: 0, max: 6 });
const count = fc.oneof(fc.integer({ min: 0, max: 2 }).map(String), fc.constantFrom("-1", "0.4", "1e3", "99999999999999999999"));
const name = fc.constantFrom("f", "g", "h(a,b)", "7");
const fields = fc.oneof(
  fc.tuple(line, count).map(([at, hits]) => [`DA:${at},${hits}`]),
  fc
    .tuple(line, name, count, fc.boolean())
    .map(([at, called, hits, ends]) => [`FN:${at},${ends ? "9," : ""}${called}`, `FNDA:${hits},${called}`]),
  fc.tuple(line, name).map(([at, called]) => [`FN:${at},${called}`]),
  fc.tuple(line, name, count).map(([at, called, hits]) => [`FNL:0,${at}`, `FNA:0,${hits},${called}`]),
  fc
    .tuple(line, fc.constantFrom("0", "1", "e0", "01"), fc.constantFrom("0", "1", "a, b"), fc.oneof(count, fc.constant("-")))
    .map(([at, block, arm, taken]) => [`BRDA:${at},${block},${arm},${taken}`]),
);
const records = fc
  .array(fc.tuple(fc.constantFrom(...FILES), fc.array(fields, { maxLength: 12 })), { maxLength: 8 })
  .map((each) => each.map(([file, lines]) => record(file, ...lines.flat())).join(""));

it("the check at boot counts any report as the summary does", () => {
  fc.assert(fc.property(records, (lcov) => check(ENTITY + lcov)));
});
