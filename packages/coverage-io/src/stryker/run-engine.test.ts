/**
 * A real Stryker on a real package, without its server; then some that are none.
 * @module-tag slow
 */
import { createTempRepo } from "@repo/core-testing";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { createMutatedPackage, nameOf, outcomesOf, outcomesWith, STRYKER_CONFIG, STRYKER_FROM } from "../__fixtures__/mutated-package.js";
import type { MutationEngine } from "./engine.js";
import { openEngine } from "./open-engine.js";

it("a run without the server says the same", async () => {
  using demo = createMutatedPackage();
  const where = { root: demo.repo.root, packageRoot: demo.root, strykerFrom: [STRYKER_FROM] };
  {
    await using engine = await openEngine({ ...where, config: STRYKER_CONFIG, env: process.env, prefer: "run" });
    expect(engine.kind).toBe("run");
    const found = await engine.discover(["src/[id].ts", "src/grade.ts"]);
    expect(found.map(nameOf).sort()).toEqual(Object.keys(outcomesWith("[id]", "grade")).sort());
    expect(await engine.discover([])).toEqual([]);
    expect(await outcomesOf(engine, { files: [] })).toEqual({});
    const only = found.filter(({ replacement }) => ["n > 10", "n >= 1"].includes(replacement));
    const coveredBy = [{ file: "src/grade.test.ts", test: "is twice ü" }];
    const expected = outcomesWith(" n > 10", " n >= 1", "[id].ts 1:45");
    expect(await outcomesOf(engine, { pick: { only, coveredBy }, files: ["src/[id].ts", "src/grade.ts"] })).toEqual(expected);
  }
  expect(existsSync(demo.repo.path(".stryker-tmp"))).toBe(false);
});

const SERVER = (answer: string) => `process.stdin.on("data", () => {
  const content = '{"id":1,"result":${answer}}';
  process.stdout.write("Content-Length: " + content.length + "\\r\\n\\r\\n" + content);
});`;
const MUTANT = {
  location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  mutatorName: "M",
  replacement: "",
  status: "Killed",
};
const LINE = JSON.stringify({ files: { "a.ts": { mutants: [MUTANT] } } });
const tells = (...lines: string[]) => lines.map((line) => `require("node:fs").writeSync(3, ${JSON.stringify(`${line}\n`)});`).join("\n");

/** An engine whose Stryker does this. */
async function withStryker<T>(serve: string, run: string, act: (engine: MutationEngine) => Promise<T>): Promise<T> {
  const folder = "node_modules/@stryker-mutator/core";
  using repo = createTempRepo({
    [`${folder}/package.json`]: '{ "version": "9.0.0", "bin": { "stryker": "bin.cjs" } }',
    [`${folder}/bin.cjs`]: `if (process.argv[2] === "serve") {\n${serve}\n} else {\n${run}\n}\n`,
  });
  const where = { root: repo.root, packageRoot: repo.root, strykerFrom: [repo.root] };
  await using engine = await openEngine({ ...where, config: {}, env: process.env });
  return await act(engine);
}

describe("where the server cannot be used, the engine runs Stryker", () => {
  it.each<[string, string]>([
    ["because it has none", 'console.error("unknown command serve"); process.exitCode = 1;'],
    ["because it speaks another protocol", SERVER('{"version":"1.0.0"}')],
    ["because it speaks of none", SERVER("{}")],
  ])("%s", async (_sentence, serve) => {
    const told = await withStryker(serve, tells(LINE, "null"), async (engine) => [
      engine.kind,
      engine.version,
      await outcomesOf(engine, {}),
    ]);
    expect(told).toEqual(["run", "9.0.0", { "a.ts 1:1 M ": "killed" }]);
  });
});

it("a server that dies half-way is an error, not an end", async () => {
  const dying = `let asked = 0;\n${SERVER('{"version":"0.4.0"}').replace("const content", "if ((asked += 1) === 3) process.kill(process.pid, 'SIGKILL');\n  const content").replace('"id":1', "\"id\":' + asked + '")}`;
  const failure = await withStryker(dying, "", (engine) => failureOf(() => outcomesOf(engine, {})));
  const message = expect.stringMatching(/^Stryker ended by SIGKILL before it had answered/) as string;
  expect(failure).toMatchObject({ code: "STRYKER_FAILED", exitCode: 4, message });
});

describe("a run is an error, and never an empty or an old result,", () => {
  it.each<[string, string, string, string]>([
    ["where it says nothing", "", "STRYKER_FAILED", "Stryker ended with 0 before all results were known"],
    ["where the end is missing", tells(LINE), "STRYKER_FAILED", "Stryker ended with 0 before all results were known"],
    ["where it fails behind the end", `${tells(LINE, "null")} process.exitCode = 1;`, "STRYKER_FAILED", "Stryker ended with 1 before"],
    ["where it tells what is no result", tells("{") + "setInterval(() => {}, 1000);", "STRYKER_FAILED", "JSON"],
    [
      "where there is no test",
      'console.log("No tests were executed."); process.exitCode = 1;',
      "STRYKER_NO_TESTS",
      "no test runs any of the files",
    ],
    ["with what it logged", 'console.error("the reason"); process.exitCode = 1;', "STRYKER_FAILED", "the reason"],
  ])("%s", async (_sentence, run, code, message) => {
    const failure = await withStryker("process.exitCode = 1;", run, (engine) => failureOf(() => outcomesOf(engine, {})));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(message) as string });
  });
});

it("an abort ends a run with its reason, and what it told before is known", async () => {
  const interrupt = new AbortController();
  const told: string[] = [];
  await withStryker("process.exitCode = 1;", `${tells(LINE)}\nsetInterval(() => {}, 1000);`, async (engine) => {
    const ran = engine.test(
      {},
      (result) => {
        told.push(nameOf(result));
        interrupt.abort(new Error("enough"));
      },
      interrupt.signal,
    );
    await expect(ran).rejects.toThrow("enough");
  });
  expect(told).toEqual(["a.ts 1:1 M "]);
});
