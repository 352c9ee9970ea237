import { isAbsolute, relative, sep } from "node:path";
import type { TestFacts } from "@repo/coverage-core";
import { readSingleTests, type PageTests, type Section } from "@repo/coverage-core/page";
import { readReport } from "@repo/coverage-io";
import type { Measured } from "../gather/gather-measured.js";
import { packageOf, testsBeside } from "../gather/gather-tests.js";

/** Every test of the reports beside those of coverage. */
export async function gatherSingleTests({ repository: { root }, reports, tests, policy }: Measured): Promise<Section<PageTests>> {
  if (tests.size === 0) {
    const why = "No test report lies beside the reports of coverage, so nobody knows how long a test took.";
    return { data: null, missing: { why, next: "pnpm test --coverage" } };
  }
  const each: PageTests["each"][number][] = [];
  for (const report of await testsBeside(reports)) {
    const found = (await readSingleTests(await readReport(report.path), report.name)) ?? [];
    const home = packageOf(report, policy.packages);
    for (const test of found) each.push({ ...test, package: home, file: test.file === null ? null : inRepository(test.file, root) });
  }
  return { data: { total: sumOf([...tests.values()]), each }, missing: null };
}

/** Runners name their files absolutely; what lies elsewhere stays as it is named. */
function inRepository(file: string, root: string): string {
  const path = isAbsolute(file) ? relative(root, file).split(sep).join("/") : file;
  return path.startsWith("../") ? file : path;
}

function sumOf(all: readonly TestFacts[]): TestFacts {
  const sum = (field: keyof TestFacts) => all.reduce((total, facts) => total + facts[field], 0);
  return { count: sum("count"), failed: sum("failed"), skipped: sum("skipped"), durationMs: sum("durationMs") };
}
