/**
 * A feature package's tests under a real vitest: at once, in shards, and in shards that vitest merges. Each run is made once.
 * @module-tag slow
 */
import type { AggregateDocument } from "@repo/coverage-core";
import { aggregateDocument } from "@repo/coverage-core/schemas";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDocument } from "./__fixtures__/run.js";
import { createShardedPackage } from "./__fixtures__/sharded-package.js";
import { runAggregate } from "./index.js";

const SHARDS = [1, 2, 3, 4];
const { repo, folder, vitest } = createShardedPackage();

beforeAll(async () => {
  const into = (name: string) => `--coverage.reportsDirectory=reports/${name}`;
  await vitest(into("whole"), "--reporter=default", "--reporter=junit", "--outputFile.junit=reports/junit/junit.xml");
  for (const k of SHARDS) await vitest(into(`shard-${String(k)}`), `--shard=${String(k)}/4`, "--reporter=blob");
  await vitest(into("merged"), "--merge-reports");
}, 120_000);

afterAll(() => {
  repo.remove();
});

interface Outcome {
  readonly lcov: string;
  readonly coverage: Pick<AggregateDocument, "repo" | "provider">;
  readonly byLayer: unknown;
  /** Without how long they took. */
  readonly tests: unknown;
}

/** What aggregate makes of the reports in these folders. */
async function aggregated(folders: readonly string[], ...more: string[]): Promise<Outcome> {
  const inputs = folders.flatMap((name) => ["--input", `${folder}/reports/${name}/lcov.info`]);
  const { document } = await runDocument(aggregateDocument, runAggregate, [...inputs, "--out", "made", "--strict", ...more], {
    cwd: repo.root,
  });
  expect([document.errors, document.warnings]).toEqual([[], []]);
  const { byLayer, tests } = document.byPackage["@repo/blog"] ?? {};
  return {
    lcov: readFileSync(repo.path("made/lcov.info"), "utf8"),
    coverage: { repo: document.repo, provider: document.provider },
    byLayer,
    tests: { ...tests, durationMs: null },
  };
}

const shards = SHARDS.map((k) => `shard-${String(k)}`);

describe("four shards of a package", () => {
  it("come to the lcov, the sums and the tests of one run of all tests", async () => {
    expect(await aggregated(shards)).toEqual(await aggregated(["whole"]));
  });

  it("come to the same in any order", async () => {
    expect(await aggregated([...shards].reverse())).toEqual(await aggregated(["whole"]));
  });

  it("come to the same where vitest merges them, and its thresholds hold", async () => {
    expect(await aggregated(["merged"])).toEqual(await aggregated(["whole"]));
  });

  it("each ran a part of the tests, and passed without thresholds", async () => {
    const whole = await aggregated(["whole"]);
    for (const shard of shards) expect((await aggregated([shard])).lcov).not.toBe(whole.lcov);
  });
});

it("a run is counted alike by its JSON and by its JUnit XML", async () => {
  const { tests } = await aggregated(["whole"]);
  expect(tests).toMatchObject({ failed: 0, skipped: 3 });
  expect((await aggregated(["whole"], "--tests", `${folder}/reports/junit/junit.xml`)).tests).toEqual(tests);
});
