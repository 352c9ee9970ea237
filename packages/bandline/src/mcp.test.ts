/**
 * `mcp` through its real door, asked by the SDK's own client.
 * @module-tag slow
 */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { MUTANT_STATUSES, type McpAnswer } from "@repo/coverage-core";
import { mcpAnswer } from "@repo/coverage-core/schemas";
import { blobIdOf, type TempRepo } from "@repo/core-testing";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadedFiles } from "./__fixtures__/loaded-files.js";
import { captured } from "./__fixtures__/run.js";
import { GROWN, PRICE, PRICE_TEST, PRICE_TEXT, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { runMcp } from "./index.js";
import { MOST_CHARACTERS } from "./mcp/bounded.js";

const DOOR = join(fileURLToPath(new URL("../../..", import.meta.url)), "scripts/mcp.mjs");

/** Where the server runs: behind its door, or in this process, which measures it. */
type Place = "its door" | "this process";

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** A client of a server that runs in a folder. */
async function connect(cwd: string, place: Place = "this process"): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  closing.push(() => client.close());
  if (place === "its door") {
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [DOOR], cwd, stderr: "pipe" }));
    return client;
  }
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const served = runMcp([], { ...captured({ cwd }).io, stdin, stdout });
  closing.push(
    () => stdin.end(),
    () => served,
  );
  // Lines of JSON in both directions: seen from the other side the same transport is a client's.
  await client.connect(new StdioServerTransport(stdout, stdin));
  return client;
}

interface Called {
  readonly answer: McpAnswer;
  readonly isError: boolean;
  readonly length: number;
}

async function call(client: Client, name: string, input: Readonly<Record<string, unknown>> = {}): Promise<Called> {
  const { content, isError } = (await client.callTool({ name, arguments: input })) as CallToolResult;
  expect(content.map(({ type }) => type)).toEqual(["text"]);
  const [{ text } = { text: "" }] = content as { text: string }[];
  return { answer: mcpAnswer.parse(JSON.parse(text)), isError: isError === true, length: text.length };
}

async function clientOf(repo: TempRepo, place?: Place): Promise<Client> {
  const client = await connect(repo.root, place);
  closing.push(() => {
    repo.remove();
  });
  return client;
}

/** The grown price list, of which line 3 never ran. */
function untested(): TempRepo {
  const repo = createShop();
  repo.write({ [PRICE]: GROWN });
  writeReport(repo, recordOf(PRICE, { 2: 1, 3: 0, 5: 1, 6: 1, 8: 1 }, ["2,0,0,1", "2,0,1,1"]), { [PRICE]: GROWN });
  return repo;
}

const repo = untested();
closing.push(() => {
  repo.remove();
});
beforeAll(() => {
  symlinkSync(tmpdir(), repo.path("out"));
  symlinkSync(repo.path("packages"), repo.path("in"));
});

const COMMAND = "pnpm --filter @shop/shop exec vitest run src/entities/price.test.ts --coverage";
const GAP = { file: PRICE, start: 3, end: 3, kind: "uncovered", function: "price", arms: [] };

describe.each<Place>(["its door", "this process"])("through %s", (place) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(repo.root, place);
  });

  it("offers four tools, each with a closed schema of its input", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["verdict", "explain_line", "what_to_test_next", "survivors"]);
    expect(tools.map(({ inputSchema }) => [inputSchema.type, inputSchema["additionalProperties"]])).toEqual(
      Array(4).fill(["object", false]),
    );
    expect(tools[1]?.inputSchema.required).toEqual(["file", "line"]);
  });

  describe("verdict", () => {
    it("says what coverage:diff says, gaps as ranges", async () => {
      const { answer, isError } = await call(client, "verdict");
      expect(answer).toMatchObject({
        tool: "verdict",
        status: "fail",
        exitCode: 1,
        errors: [],
        leftOut: {},
        explanation: null,
        targets: null,
      });
      expect(answer.verdict).toMatchObject({
        gaps: [GAP],
        guard: [],
        base: { ref: "main" },
        summary: { executableLines: 2, coveredLines: 1 },
      });
      expect(answer.nextActions).toEqual([`test ${PRICE}:3 (price), which no test runs; then: ${COMMAND}`]);
      expect(isError).toBe(false);
    });

    it("compares with the base that is asked for", async () => {
      const { answer } = await call(client, "verdict", { base: "HEAD" });
      expect(answer.verdict?.base).toMatchObject({ ref: "HEAD", chosenBy: "flag" });
    });
  });

  it("explain_line tells of a line that fails, also through a link inside the repository", async () => {
    for (const file of [PRICE, `./${PRICE}`, repo.path(PRICE), PRICE.replace("packages", "in")]) {
      const { answer } = await call(client, "explain_line", { file, line: 3 });
      expect(answer.explanation).toMatchObject({
        file: PRICE,
        line: 3,
        verdict: { outcome: "fails", kind: "uncovered" },
        execution: { hits: 0 },
      });
      expect([answer.status, answer.nextActions]).toEqual(["pass", [COMMAND]]);
    }
  });

  it("explain_line has no next action for a line that passes", async () => {
    const { answer } = await call(client, "explain_line", { file: PRICE, line: 2, base: "main" });
    expect([answer.explanation?.verdict.outcome, answer.nextActions]).toEqual(["passes", []]);
  });

  it("what_to_test_next has the code, the nearest test and the command of each gap", async () => {
    const { answer } = await call(client, "what_to_test_next");
    const snippet = "    throw new RangeError(String(net));";
    expect(answer.targets).toEqual([{ ...GAP, snippet, nearestTest: PRICE_TEST, command: COMMAND }]);
    expect(answer.status).toBe("fail");
  });

  describe("bad input is answered", () => {
    const outside = [2, "PATH_OUTSIDE"];
    it.each<[string, string, Readonly<Record<string, unknown>>, unknown[], RegExp]>([
      ["a tool that there is not", "verdicts", {}, [2, "USAGE"], /there is no tool verdicts; there is verdict, explain_line/],
      [
        "a field that there is not",
        "verdict",
        { lcov: "/etc/passwd" },
        [2, "USAGE"],
        /verdict does not take \{"lcov":"\/etc\/passwd"\}: .*lcov/,
      ],
      ["a base that is an option of git's", "verdict", { base: "--output=x" }, [2, "USAGE"], /base: It takes a branch, a tag or a commit/],
      ["a base that there is not", "verdict", { base: "gone" }, [4, "BASE_NOT_FOUND"], /gone/],
      ["no file", "explain_line", { line: 1 }, [2, "USAGE"], /file: /],
      ["line 0", "explain_line", { file: PRICE, line: 0 }, [2, "USAGE"], /line: /],
      ["a line in words", "explain_line", { file: PRICE, line: "3" }, [2, "USAGE"], /line: .*number/],
      ["a line that the file does not have", "explain_line", { file: PRICE, line: 99 }, [2, "LINE_MISSING"], /has 9 lines, and no line 99/],
      ["a file that there is not", "explain_line", { file: "src/gone.ts", line: 1 }, [2, "FILE_MISSING"], /no file src\/gone\.ts/],
      ["a path with ..", "explain_line", { file: "../secret", line: 1 }, outside, /\.\.\/secret is not in the repository/],
      ["a path with .. that would stay inside", "explain_line", { file: "packages/../README.md", line: 1 }, outside, /README\.md/],
      ["a path with .. of Windows", "explain_line", { file: "packages\\..\\..\\x", line: 1 }, outside, /packages/],
      ["an absolute path outside", "explain_line", { file: "/etc/passwd", line: 1 }, outside, /\/etc\/passwd/],
      ["a link that leads outside", "explain_line", { file: "out", line: 1 }, outside, /out/],
      ["a file behind a link that leads outside", "explain_line", { file: "out/gone/x", line: 1 }, outside, /out\/gone\/x/],
      ["a file of git's own", "explain_line", { file: ".git/config", line: 1 }, outside, /\.git\/config/],
      ["the repository itself", "explain_line", { file: ".", line: 1 }, outside, /\. is not in/],
      ["a path with a control character", "explain_line", { file: "a\u0000b", line: 1 }, [2, "USAGE"], /It takes a path/],
      ["a limit beyond all", "what_to_test_next", { limit: 100_000 }, [2, "USAGE"], /limit: /],
      [
        "a package that nobody has",
        "survivors",
        { package: "@shop/shopp" },
        [2, "USAGE"],
        /no @shop\/shopp \(did you mean @shop\/shop\?\)/,
      ],
      ["a file of survivors outside", "survivors", { file: "/etc/passwd" }, outside, /\/etc\/passwd/],
      ["mutants where none has run", "survivors", {}, [3, "SCORES_MISSING"], /no mutant has been run/],
    ])("%s", async (_sentence, name, input, expected, message) => {
      const { answer, isError } = await call(client, name, input);
      const [error] = answer.errors;
      expect([answer.exitCode, error?.code]).toEqual(expected);
      expect(error?.message).toMatch(message);
      expect([answer.status, isError, answer.nextActions]).toEqual(["error", true, [error?.hint]]);
      expect(error?.hint).not.toBe("");
    });
  });

  it("a repository without reports, and a folder without repository, are answered", async () => {
    const bare = createShop();
    bare.write({ [PRICE]: GROWN });
    const asked = await clientOf(bare, place);
    expect((await call(asked, "verdict")).answer.errors[0]).toMatchObject({ code: "REPORT_MISSING" });
    const outside = await connect(tmpdir(), place);
    for (const [name, input] of [["verdict"], ["survivors"], ["explain_line", { file: "a", line: 1 }]] as const)
      expect((await call(outside, name, input)).answer.errors[0]).toMatchObject({ code: "NOT_A_REPOSITORY" });
  });

  it("a huge verdict has a bound, and says what it leaves out", async () => {
    const shop = createShop();
    const lines = 6_000;
    const text = Array.from({ length: lines }, (_, at) => `function f${at}() { call("${"x".repeat(at % 90)}"); }`).join("\n");
    shop.write({ [PRICE]: text });
    writeReport(shop, recordOf(PRICE, Object.fromEntries(Array.from({ length: lines }, (_, at) => [at + 1, at % 2]))), { [PRICE]: text });
    const asked = await clientOf(shop, place);
    for (const [name, list] of [
      ["verdict", "verdict.gaps"],
      ["what_to_test_next", "targets"],
    ] as const) {
      const { answer, length } = await call(asked, name, { limit: 200 });
      const kept = (answer.verdict?.gaps ?? answer.targets ?? []).length;
      expect(length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect([kept > 20, kept + (answer.leftOut[list] ?? 0)]).toEqual([true, lines / 2]);
    }
  });

  it("calls that come at once are all answered, each with its own answer", async () => {
    const answers = await Promise.all([1, 2, 3, 5].map((line) => call(client, "explain_line", { file: PRICE, line })));
    expect(answers.map(({ answer }) => answer.explanation?.line)).toEqual([1, 2, 3, 5]);
  });
});

it("what_to_test_next has the most severe kind first, and names what it leaves out", async () => {
  const shop = untested();
  writeReport(shop, recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }, ["2,0,0,0", "2,0,1,1"]), { [PRICE]: GROWN });
  shop.write({ "packages/shop/src/entities/tax.ts": "export const tax = 1;\n" });
  const asked = await clientOf(shop);
  const kindsOf = async (limit: number) => {
    const { answer } = await call(asked, "what_to_test_next", { limit });
    return [answer.targets?.map(({ kind }) => kind), answer.leftOut];
  };
  expect(await kindsOf(50)).toEqual([["no-coverage-data", "uncovered", "partial-branch"], {}]);
  expect(await kindsOf(1)).toEqual([["no-coverage-data"], { targets: 2 }]);
  expect((await call(asked, "verdict", { limit: 2 })).answer.leftOut).toEqual({ "verdict.gaps": 1 });
});

it("what_to_test_next leads on to survivors where the gate is green", async () => {
  const shop = untested();
  writeReport(shop, recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }), { [PRICE]: GROWN });
  const { answer } = await call(await clientOf(shop), "what_to_test_next");
  expect([answer.status, answer.targets]).toEqual(["pass", []]);
  expect(answer.nextActions).toEqual([expect.stringContaining("survivors")]);
});

describe("the guide shows real answers", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../../docs/guides/mcp.md"), "utf8");
  const [, ...shown] = [...guide.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json]) => JSON.parse(json as string) as object);

  it.each<[number, string, Readonly<Record<string, unknown>>]>([
    [0, "what_to_test_next", {}],
    [1, "verdict", {}],
    [2, "explain_line", { file: PRICE, line: 3 }],
    [3, "explain_line", { file: "../secrets", line: 1 }],
  ])("block %i, of %s", async (at, name, input) => {
    const shop = untested();
    const { answer } = await call(await clientOf(shop), name, input);
    const told = answer.explanation === null ? answer : { verdict: answer.explanation.verdict };
    const known = JSON.stringify(told)
      .replaceAll(shop.root, "/home/you/shop")
      .replaceAll(/[0-9a-f]{40}/g, "");
    expect(JSON.parse(known)).toMatchObject(JSON.parse(JSON.stringify(shown[at]).replaceAll(/[0-9a-f]{40}/g, "")) as object);
  });
});

describe("survivors", () => {
  const key = (at: number) => String(at).repeat(12);
  const mutant = (at: number, more: object = {}) => ({
    ...{
      key: key(at),
      file: PRICE,
      mutator: "ArithmeticOperator",
      replacement: "net / 2",
      symbol: "price",
      original: "net * 2",
      ignored: null,
    },
    range: { start: { line: 5, column: 10 }, end: { line: 5, column: 17 } },
    ...more,
  });
  const outcome = (status: string) => ({ status, reason: null, coveredBy: [], testsCompleted: 1, isStatic: false });
  const none = Object.fromEntries(MUTANT_STATUSES.map((status) => [status, 0]));
  const CACHE = "node_modules/.cache/bandline/mutation/-shop-shop.json";

  const kept = (mutants: readonly object[], statuses: readonly string[]) =>
    JSON.stringify({
      version: 1,
      inputs: "",
      mutants,
      outcomes: Object.fromEntries(statuses.map((status, at) => [key(at + 1), outcome(status)])),
    });

  function scoresOf(survivors: readonly string[], blob = blobIdOf(Buffer.from(PRICE_TEXT))): string {
    const file = { blob, score: 50, counts: none, survivors };
    const result = { score: 50, threshold: 80, config: "c", counts: none, files: { [PRICE]: file } };
    const fingerprint = { stryker: "9", vitest: "4", node: "20", config: "c" };
    return JSON.stringify({
      schemaVersion: "1.0",
      generatedAt: "2026-01-01T00:00:00.000Z",
      commit: "abcdef0",
      fingerprint,
      packages: { "@shop/shop": result },
    });
  }

  async function surveyed(files: Readonly<Record<string, string>>, input: Readonly<Record<string, unknown>> = {}): Promise<Called> {
    const shop = createShop();
    shop.write(files);
    return call(await clientOf(shop), "survivors", input);
  }

  const shortOf = ({ mutants }: McpAnswer) =>
    mutants?.survivors.map((each) =>
      [each.key[0], each.line, each.status, each.isOld ? "old" : "new", each.hint === null ? "" : "hint"].join(" "),
    );

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, unknown>>, string[]]>([
    [
      "of the runs on this machine",
      { [CACHE]: kept([mutant(1), mutant(2), mutant(3), mutant(4)], ["survived", "killed", "noCoverage"]) },
      {},
      ["1 5 survived new hint", "3 5 noCoverage new hint"],
    ],
    [
      "of the recorded scores, but for those that were killed here since",
      { [CACHE]: kept([mutant(1), mutant(2)], ["survived", "killed"]), "coverage/mutation.json": scoresOf([key(1), key(2), key(9)]) },
      {},
      ["1 5 survived new hint", "9  survived new "],
    ],
    ["of the recorded scores alone", { "coverage/mutation.json": scoresOf([key(9)], "0".repeat(40)) }, {}, ["9  survived old "]],
    ["of which all are known", { [CACHE]: kept([mutant(1)], ["killed"]), "coverage/mutation.json": scoresOf([key(1)]) }, {}, []],
    [
      "of code that has changed since, or that is not in the repository",
      {
        [CACHE]: kept(
          [mutant(1, { original: "net * 3" }), mutant(2, { file: "../x.ts" }), mutant(3, { file: "gone.ts" })],
          Array<string>(3).fill("survived"),
        ),
      },
      {},
      ["1 5 survived old hint", "2 5 survived old hint", "3 5 survived old hint"],
    ],
    [
      "of one file",
      { [CACHE]: kept([mutant(1), mutant(2, { file: "b.ts" })], ["survived", "survived"]) },
      { file: PRICE, package: "@shop/shop" },
      ["1 5 survived new hint"],
    ],
  ])("%s", async (_sentence, files, input, expected) => {
    const { answer } = await surveyed(files, input);
    expect(shortOf(answer)).toEqual(expected);
    expect([answer.status, answer.nextActions.length]).toEqual(["pass", Math.min(1, expected.length)]);
    const scored = "coverage/mutation.json" in files;
    expect([answer.mutants?.commit, answer.mutants?.packages]).toEqual([
      scored ? "abcdef0" : null,
      scored ? [{ name: "@shop/shop", score: 50, threshold: 80 }] : [],
    ]);
  });

  it("are counted where the limit leaves them out, and come with the command that runs one again", async () => {
    const shop = createShop({ "packages/other/package.json": '{ "name": "@shop/other" }\n' });
    shop.write({ "coverage/mutation.json": scoresOf([key(7), key(8), key(9)]) });
    const asked = await clientOf(shop);
    const { answer } = await call(asked, "survivors", { limit: 1 });
    expect(answer.leftOut).toEqual({ "mutants.survivors": 2 });
    expect(answer.mutants?.survivors[0]?.rerun).toBe(`pnpm mutate --key ${key(7)}`);
    expect((await call(asked, "survivors", { package: "@shop/other" })).answer.mutants).toEqual({
      commit: "abcdef0",
      packages: [],
      survivors: [],
    });
  });

  it("are none of a file that is no scores", async () => {
    expect((await surveyed({ "coverage/mutation.json": "{" })).answer.errors[0]?.code).toBe("SCORES_MALFORMED");
  });
});

const REQUEST = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "explain_line", arguments: { file: PRICE, line: 3 } } };
const INITIALIZE = { protocolVersion: "2025-03-26", capabilities: {}, clientInfo: { name: "raw", version: "1" } };
const OPENING = [
  { jsonrpc: "2.0", id: 0, method: "initialize", params: INITIALIZE },
  { jsonrpc: "2.0", method: "notifications/initialized" },
];
const linesOf = (messages: readonly object[]) => messages.map((each) => `${JSON.stringify(each)}\n`).join("");

describe("the process", () => {
  it.each<[string, string]>([
    ["mutate", "mutate/mutate.mjs"],
    ["coverage:report", "coverage/report.mjs"],
    ["mcp, asked for help", "mcp.mjs"],
  ])("of %s does not load the protocol's library", (_sentence, door) => {
    const loaded = loadedFiles(join(DOOR, "..", door), ["--help"], repo.root);
    expect(loaded.some((file) => file.endsWith("/mcp.js"))).toBe(true);
    expect(loaded.filter((file) => file.includes("modelcontextprotocol"))).toEqual([]);
  });

  it("answers what was asked before the input ended, on stdout nothing but the protocol, and ends", () => {
    const input = `${linesOf(OPENING)}this is no message\n{"jsonrpc":"2.0"}\n${linesOf([REQUEST])}`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [DOOR], { cwd: repo.root, input, encoding: "utf8" });
    const messages = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id?: number; result?: unknown });
    expect(messages.map(({ id }) => id)).toEqual([0, 1]);
    expect(JSON.stringify(messages[1]?.result)).toContain("uncovered");
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("ends where its client sends a message without an end", async () => {
    const child = spawn(process.execPath, [DOOR], { cwd: repo.root, stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => undefined);
    child.stdin.write("x".repeat(11 * 1_024 * 1_024));
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
  });

  it.each<[string, string[], number, RegExp]>([
    ["a flag that it does not know", ["--nope"], 2, /^USAGE: unknown option '--nope'\n {2}next: pnpm mcp --help\n$/],
    ["a question for help", ["--help"], 0, /^Usage: mcp/],
  ])("tells on stderr of %s", async (_sentence, argv, exitCode, said) => {
    const { io, ran } = captured({ cwd: repo.root });
    const stdout = new PassThrough();
    const { stderr, exitCode: code } = ran(await runMcp(argv, { ...io, stdin: new PassThrough(), stdout }));
    expect([code, stdout.read()]).toEqual([exitCode, null]);
    expect(stderr).toMatch(said);
  });

  it("serves the repository that --cwd names", async () => {
    const { io, ran } = captured({ cwd: "/" });
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const served = runMcp(["--cwd", repo.root], { ...io, stdin, stdout });
    const bare = { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name: "verdict" } };
    stdin.end(linesOf([...OPENING, REQUEST, bare]));
    expect(ran(await served)).toMatchObject({ exitCode: 0, stderr: "" });
    const answers = String(stdout.read()).trimEnd().split("\n").slice(1);
    expect(answers).toEqual([expect.stringContaining('\\"outcome\\":\\"fails\\"'), expect.stringContaining('\\"tool\\":\\"verdict\\"')]);
  });
});
