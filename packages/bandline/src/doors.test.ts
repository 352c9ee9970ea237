/** The doors as processes: what only a real pipe can show. */
import { coverageDiffDocument, trendDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHistory, recorded } from "./__fixtures__/history.js";
import { PRICE, PRICE_TEXT, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { publishedSchemas } from "./published-schemas.js";

const WORKSPACE = fileURLToPath(new URL("../../..", import.meta.url));
const DOOR = join(WORKSPACE, "scripts/coverage/diff.mjs");
const LINES = 20_000;
let repo: TempRepo;

beforeAll(() => {
  repo = createShop();
  const text = Array.from({ length: LINES }, (_, index) => `call(${String(index)});`).join("\n");
  const lines = Object.fromEntries(Array.from({ length: LINES }, (_, index) => [index + 1, index % 2]));
  repo.write({ [PRICE]: text });
  writeReport(repo, recordOf(PRICE, lines), { [PRICE]: text });
});
afterAll(() => {
  repo.remove();
});

describe("a large answer", () => {
  it("arrives whole through a pipe", () => {
    const { status, stdout } = spawnSync(process.execPath, [DOOR, "--json"], { cwd: repo.root, encoding: "utf8", maxBuffer: 1e9 });
    expect(status).toBe(1);
    expect(stdout.length).toBeGreaterThan(1_048_576);
    expect(coverageDiffDocument.parse(JSON.parse(stdout)).uncovered).toHaveLength(LINES / 2);
  });

  it("ends quietly where the reader has seen enough", () => {
    const { stderr } = spawnSync("bash", ["-c", `"${process.execPath}" "${DOOR}" --json | head -c 1 >/dev/null`], {
      cwd: repo.root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
  });
});

it("the bundle finds the parts that most runs do not need", () => {
  using shop = createShop();
  shop.write({ [PRICE]: PRICE_TEXT.replace("2", "3"), "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1, 3: 1, 5: 0 }) });
  const asked = ["--explain", `${PRICE}:5`, "--format", "human=coverage/verdict.txt"];
  const { stdout } = spawnSync(process.execPath, [DOOR, ...asked], { cwd: shop.root, encoding: "utf8" });
  const { warnings, uncovered, explain } = coverageDiffDocument.parse(JSON.parse(stdout));
  expect([warnings[0]?.code, uncovered[0]?.line, explain[0]?.line]).toEqual(["REPORT_REFRESHED", 5, 5]);
  expect(readFileSync(shop.path("coverage/verdict.txt"), "utf8")).toMatch(/^coverage:diff fail/);
});

it("a kill at any moment leaves the old report or the new one, whole", async () => {
  using shop = createShop();
  const door = join(WORKSPACE, "scripts/coverage/aggregate.mjs");
  const reportOf = (hits: number) => recordOf(PRICE, Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [index + 1, hits])));
  const aggregated = (hits: number): string => {
    shop.write({ "packages/shop/coverage/lcov.info": reportOf(hits) });
    spawnSync(process.execPath, [door, "--json"], { cwd: shop.root });
    return readFileSync(shop.path("coverage/lcov.info"), "utf8");
  };
  const later = aggregated(2);
  const begun = performance.now();
  const before = aggregated(1);
  const took = performance.now() - begun;
  expect([before, later].map((each) => [each.length, each.slice(-14)])).toEqual(Array(2).fill([before.length, "end_of_record\n"]));
  shop.write({ "packages/shop/coverage/lcov.info": reportOf(2) });
  const seen: string[] = [];
  // It writes towards its end, so that is where most of the kills fall; the first falls before anything, and the last run is left alone.
  const delays = [0, ...Array.from({ length: 25 }, (_, step) => took * (0.4 + 0.04 * step)), 60_000];
  for (let delay = delays.shift(); delay !== undefined && seen.at(-1) !== "later"; delay = delays.shift()) {
    const child = spawn(process.execPath, [door, "--json"], { cwd: shop.root, stdio: "ignore" });
    const ended = once(child, "exit");
    await Promise.race([ended, setTimeout(delay, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
    const now = readFileSync(shop.path("coverage/lcov.info"), "utf8");
    seen.push(now === before ? "before" : now === later ? "later" : `${now.length} bytes`);
  }
  expect([...new Set(seen)]).toEqual(["before", "later"]);
});

it.each<[string, string, boolean]>([
  ["its report has no count for a changed line", PRICE_TEXT.replace("net * 2", "net *\n    3"), true],
  ["its manifests are plain and its report has every count", PRICE_TEXT.replace("2", "3"), false],
])("the parser's library is loaded for a change: %s", (_sentence, text, isLoaded) => {
  using shop = createShop();
  shop.write({ [PRICE]: text });
  writeReport(shop, recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }), { [PRICE]: text });
  const told = "process.on('exit', () => console.error(process.report.getReport().sharedObjects.some((each) => /oxc.*node$/.test(each))))";
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${told}`, DOOR, "--json"], {
    cwd: shop.root,
    encoding: "utf8",
  });
  expect([coverageDiffDocument.parse(JSON.parse(stdout)).status, stderr.trim()]).toEqual(["pass", String(isLoaded)]);
});

it("the door of the trend answers from its bundle", () => {
  using history = createHistory([recorded("01-01", [1, 2], "aaaaaa1"), recorded("01-02", [2, 2], "aaaaaa2")]);
  const door = join(WORKSPACE, "scripts/coverage/trend.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, "--since", "1d"], { cwd: history.root, encoding: "utf8" });
  expect([status, trendDocument.parse(JSON.parse(stdout)).points.length]).toEqual([0, 1]);
  expect(stderr).toMatch(/^coverage:trend pass: 1 point, 2026-01-02/);
});

it("a usage error of a door is one document and exit 2", () => {
  const { status, stdout } = spawnSync(process.execPath, [DOOR, "--nope"], { cwd: repo.root, encoding: "utf8" });
  expect([status, coverageDiffDocument.parse(JSON.parse(stdout)).errors[0]?.code]).toEqual([2, "USAGE"]);
});

it("the published JSON Schema files are those of the contract (pnpm schemas writes them)", async () => {
  const folder = fileURLToPath(new URL("../schemas", import.meta.url));
  const published = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  expect(published).toEqual(await publishedSchemas());
});

it("every door has at most 15 lines", () => {
  const doors = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "scripts"], {
    cwd: WORKSPACE,
    encoding: "utf8",
  })
    .trim()
    .split("\n");
  const long = doors.filter((door) => readFileSync(join(WORKSPACE, door), "utf8").trimEnd().split("\n").length > 15);
  expect(long).toEqual([]);
});
