/**
 * A composition root that asks its features whether they hold their bands, started as a process of its own, on reports that vitest wrote with the preset.
 *
 * @module-tag slow
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSampleApp, type Edit } from "./__fixtures__/sample-app.js";

const app = createSampleApp();
afterAll(() => app[Symbol.dispose]());
beforeAll(async () => {
  const measured = await Promise.all(["cart", "checkout"].map((feature) => app.measure(feature)));
  expect(measured.map(({ exitCode, stdout }) => (exitCode === 0 ? 0 : stdout))).toEqual([0, 0]);
});

const REPORT = "packages/checkout/coverage/lcov.info";
const gone: Edit = [REPORT, () => undefined];
const empty: Edit = [REPORT, () => ""];
const broken: Edit = [REPORT, (text) => text.replace(/^DA:.*$/m, "DA:one,1")];
const cut: Edit = [REPORT, (text) => text.slice(0, text.lastIndexOf("end_of_record"))];
const foreign: Edit = [REPORT, (text) => text.replaceAll("packages/checkout/", "packages/cart/")];
/** One of the two arms in shipping.ts was not taken. */
const red: Edit = [REPORT, (text) => text.replace(/^(SF:.*shipping\.ts\n[^]*?BRDA:.*,)[1-9]\d*$/m, "$10")];
const changed: Edit = ["packages/checkout/src/entities/shipping.ts", (text) => text.replace("490", "590")];

const PRODUCTION = { NODE_ENV: "production" };
const SEEDED = { ...PRODUCTION, USE_DEV_SEED: "true" };
const RERUN = "  next: pnpm --filter @sample/checkout exec vitest run --coverage\n";
const BELOW = `FEATURE_BELOW_BAND: feature checkout is below its bands in {root}/${REPORT}
  entities: branches 50 %, required 100 % (1 of 2 not covered)
  next: cover what is not covered, then: pnpm --filter @sample/checkout exec vitest run --coverage
`;
const MISSING = `REPORT_MISSING: there is no report {root}/${REPORT}\n${RERUN}`;
const STALE = `REPORT_STALE: {root}/${REPORT}: the report was made from other sources: src/entities/shipping.ts changed since\n${RERUN}`;

describe("a program serves", () => {
  it.each<[string, Record<string, string>, Edit[], string]>([
    ["in production where every band holds, and says nothing else", PRODUCTION, [], ""],
    ["in development where every band holds, and says nothing else", {}, [], ""],
    ["with USE_DEV_SEED where a band does not hold, and warns", SEEDED, [red], BELOW],
    ["with USE_DEV_SEED where there is no report, and warns", SEEDED, [gone], MISSING],
    ["in development where there is no report, and warns", {}, [gone], MISSING],
    ["in development where a source changed, and warns", {}, [changed], STALE],
  ])("%s", async (_sentence, env, edits, stderr) => {
    const served = edits.includes(changed) ? "890\n" : "790\n";
    expect(await app.start(env, ...edits)).toEqual({ exitCode: 0, stdout: served, stderr });
  });
});

describe("a program does not start", () => {
  it.each<[string, Record<string, string>, Edit, string]>([
    ["where a band does not hold", PRODUCTION, red, BELOW],
    ["in development either where a band does not hold", {}, red, BELOW],
    ["in production without a report", PRODUCTION, gone, MISSING],
    ["in production where a source changed", PRODUCTION, changed, STALE],
    ["with an empty report", PRODUCTION, empty, `REPORT_EMPTY: {root}/${REPORT} has no record\n${RERUN}`],
    ["with a broken report", {}, broken, 'expected DA:line,count, received "DA:one,1"'],
    ["with a report that was cut off", PRODUCTION, cut, "REPORT_TRUNCATED"],
    ["with another package's report", PRODUCTION, foreign, "PATHS_UNMATCHED"],
  ])("%s", async (_sentence, env, edit, message) => {
    const { exitCode, stdout, stderr } = await app.start(env, edit);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
  });
});
