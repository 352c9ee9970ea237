import type { TempRepo } from "@repo/core-testing";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { captured, run } from "../__fixtures__/run.js";
import { GROWN, PRICE, createShop, recordOf, writeReport } from "../__fixtures__/shop.js";
import { runDiff } from "../index.js";

const repos: TempRepo[] = [];
afterAll(() => {
  for (const repo of repos) repo.remove();
});

/** A changed price list of which line 3 ran so often. */
function grown(hits: number): TempRepo {
  const repo = createShop();
  repos.push(repo);
  repo.write({ [PRICE]: GROWN });
  writeReport(repo, recordOf(PRICE, { 2: 1, 3: hits, 5: 1, 6: 1, 8: 1 }), { [PRICE]: GROWN });
  return repo;
}

const untested = grown(0);
const tested = grown(1);

interface Case {
  readonly repo?: TempRepo;
  readonly argv?: readonly string[];
  readonly input?: Readonly<Record<string, unknown>> | string;
  readonly cwd?: string;
}

/** @param said the beginning of each line on stderr. */
async function check(
  { repo = untested, argv = [], input = {}, cwd = repo.root }: Case,
  exitCode: number,
  said: readonly string[],
): Promise<void> {
  const stdin = typeof input === "string" ? input : JSON.stringify(input);
  const ran = await run(runDiff, ["--hook", "claude", ...argv], { cwd, stdin });
  expect([ran.exitCode, ran.stdout]).toEqual([exitCode, ""]);
  const lines = ran.stderr.split("\n").slice(0, -1);
  expect(lines.map((line, index) => line.slice(0, said[index]?.length))).toEqual(said);
}

const STOP = { session_id: "s", transcript_path: "/t.jsonl", hook_event_name: "Stop", stop_hook_active: false };
const HELD = ["coverage:diff fail against main", `- test ${PRICE}:3 (price), which no test runs; then: pnpm`, "Run pnpm coverage:diff"];

describe("--hook claude", () => {
  it.each<[string, Case, number, readonly string[]]>([
    ["holds the agent where the gate fails", { input: STOP }, 2, HELD],
    ["holds it after an edit too", { input: { ...STOP, hook_event_name: "PostToolUse", stop_hook_active: undefined } }, 2, HELD],
    ["is silent where the gate passes", { repo: tested, input: STOP }, 0, []],
    ["lets an agent go that was held before", { input: { ...STOP, stop_hook_active: true } }, 0, []],
    ["takes only true for true", { input: { ...STOP, stop_hook_active: "true" } }, 2, HELD],
    ["judges without an input", { input: "" }, 2, HELD],
    ["judges with an input that is no JSON", { input: "{" }, 2, HELD],
    ["judges with an input that is null", { input: "null" }, 2, HELD],
    ["judges where the agent is", { input: { ...STOP, cwd: untested.root }, cwd: tested.root }, 2, HELD],
    ["judges --cwd before that", { repo: tested, argv: ["--cwd", "."], input: { ...STOP, cwd: untested.root } }, 0, []],
    ["says so and lets go under --exit-zero", { argv: ["--exit-zero"], input: STOP }, 0, HELD],
    [
      "holds the agent where the report cannot be trusted, also under --exit-zero",
      { argv: ["--lcov", "gone.info", "--exit-zero"], input: STOP },
      2,
      ["coverage:diff error", "- REPORT_MISSING: there is no report at", "Run pnpm coverage:diff"],
    ],
    ["leaves the base to a person", { argv: ["--base", "gone"], input: STOP }, 1, ["coverage:diff error", "- BASE_NOT_FOUND"]],
    ["leaves a folder without git to a person", { cwd: tmpdir(), input: STOP }, 1, ["coverage:diff error", "- NOT_A_REPOSITORY"]],
    ["leaves its own command line to a person", { argv: ["--bse", "main"], input: STOP }, 1, ["coverage:diff error", "- USAGE"]],
    ["reads standard input itself", { argv: ["--diff-file", "-"], input: STOP }, 1, ["coverage:diff error", "- USAGE: --hook reads"]],
  ])("%s", async (_sentence, input, exitCode, said) => {
    await check(input, exitCode, said);
  });

  it("holds the agent where a manifest is broken", async () => {
    const repo = grown(1);
    repo.write({ "packages/shop/src/feature.manifest.ts": "export default defineFeature(broken());\n" });
    await check({ repo, input: STOP }, 2, [
      "coverage:diff error",
      "- MANIFEST_UNREADABLE: packages/shop/src/feature.manifest.ts",
      "Run pnpm coverage:diff",
    ]);
  });

  it("writes the files that are asked for", async () => {
    await check({ argv: ["--format", "json=out/diff.json"], input: STOP }, 2, HELD);
    expect(JSON.parse(readFileSync(untested.path("out/diff.json"), "utf8"))).toMatchObject({ status: "fail", exitCode: 1 });
    await check({ argv: ["--format", `json=${PRICE}/diff.json`], input: STOP }, 1, ["coverage:diff error", "- FILE_UNWRITABLE"]);
  });

  it("does not wait for a terminal, nor fall over an input that breaks off", async () => {
    const { io, ran } = captured({ cwd: tested.root });
    const terminal = Object.assign(new Readable({ read: () => undefined }), { isTTY: true });
    expect(await runDiff(["--hook=claude"], { ...io, stdin: terminal })).toBe(0);
    const broken = new Readable({ read: (): unknown => broken.destroy(new Error("gone")) });
    expect(await runDiff(["--hook=claude"], { ...io, stdin: broken })).toBe(0);
    expect(ran(0)).toMatchObject({ stdout: "", stderr: "" });
  });
});

it("--hook of an agent that nobody knows is a usage error with a document", async () => {
  const { exitCode, stdout } = await run(runDiff, ["--hook", "codex"], { cwd: tested.root });
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errors: [{ code: "USAGE" }] }]);
});
