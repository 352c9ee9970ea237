/** `bandline NAME`: which command runs, and what is said where there is none. */
import { PassThrough } from "node:stream";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createShop } from "./__fixtures__/shop.js";
import { runCli } from "./cli.js";

const WORKSPACE = join(import.meta.dirname, "../../..");
const COMMANDS = [
  "coverage:diff",
  "coverage:aggregate",
  "coverage:trend",
  "coverage:domains",
  "coverage:report",
  "conformance",
  "mutate",
  "mcp",
  "agents",
];

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly interrupts: number;
}

async function cli(argv: readonly string[], cwd = WORKSPACE): Promise<Ran> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let interrupts = 0;
  const takeInterrupts = () => {
    interrupts += 1;
    return new AbortController().signal;
  };
  stdin.end();
  const exitCode = await runCli(argv, { cwd, env: {}, stdin, stdout, stderr, takeInterrupts });
  const textOf = (stream: PassThrough) => String((stream.read() as Buffer | null) ?? "");
  return { exitCode, stdout: textOf(stdout), stderr: textOf(stderr), interrupts };
}

it.each(COMMANDS)("%s is given its own arguments", async (name) => {
  const { exitCode, stdout, stderr } = await cli([name, "--help"]);
  expect([exitCode, /^Usage: ([a-z:]+) /.exec(stdout + stderr)?.[1]]).toEqual([0, name]);
});

it.each<[string, readonly string[]]>([
  ["a flag that bandline has too", ["coverage:diff", "--version"]],
  ["an operand", ["agents", "now"]],
  ["a flag behind --", ["mutate", "--", "--nope"]],
])("%s belongs to the command", async (_sentence, argv) => {
  using shop = createShop();
  const { exitCode, stdout } = await cli(argv, shop.root);
  const { errors } = JSON.parse(stdout) as { readonly errors: readonly { readonly code: string; readonly hint: string }[] };
  expect([exitCode, errors[0]?.code, errors[0]?.hint]).toEqual([2, "USAGE", `pnpm ${String(argv[0])} --help`]);
});

it.each<[string, number]>([
  ["mutate", 1],
  ["coverage:trend", 0],
])("%s takes interrupts over %d times", async (name, times) => {
  expect((await cli([name, "--help"])).interrupts).toBe(times);
});

it.each<[string, readonly string[], RegExp]>([
  ["no command", [], /^it takes a command: coverage:diff, /],
  ["one that is misspelt", ["cverage:diff"], /unknown command 'cverage:diff'\s+\(Did you mean coverage:diff\?\)/],
  ["a flag that it does not have", ["--nope"], /unknown option '--nope'/],
])("%s is exit 2, with one document on stdout", async (_sentence, argv, message) => {
  const { exitCode, stdout, stderr } = await cli(argv);
  const document = JSON.parse(stdout) as {
    readonly exitCode: number;
    readonly errors: readonly [{ code: string; message: string; hint: string }];
  };
  expect([exitCode, document.exitCode, document.errors[0].code]).toEqual([2, 2, "USAGE"]);
  expect(document.errors[0].message).toMatch(message);
  expect(document.errors[0].hint).toBe("pnpm exec bandline --help");
  expect(stderr).toMatch(/^USAGE: /);
});

it("help lists each command, and --version is the package's", async () => {
  const { exitCode, stdout } = await cli(["--help"]);
  expect([exitCode, [...stdout.matchAll(/^ {2}([a-z]+(?::[a-z]+)?) {2}/gm)].map(([, name]) => name)]).toEqual([0, COMMANDS]);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as { readonly version: string };
  expect((await cli(["--version"])).stdout).toBe(`${version}\n`);
});

it("each is the script of the workspace by the same name", () => {
  const { scripts } = JSON.parse(readFileSync(join(WORKSPACE, "package.json"), "utf8")) as { readonly scripts: Record<string, string> };
  expect(COMMANDS.filter((name) => scripts[name]?.startsWith("node scripts/") !== true)).toEqual([]);
});

it("the program that is installed answers as the script does", () => {
  using shop = createShop();
  const run = (program: string, ...argv: string[]) =>
    execFileSync(process.execPath, [join(WORKSPACE, program), ...argv], { cwd: shop.root, encoding: "utf8" });
  expect(run("packages/bandline/bin/bandline.mjs", "agents", "--json")).toContain('"changed": true');
  expect(run("scripts/agents.mjs", "--json", "--check")).toContain('"changed": false');
});
