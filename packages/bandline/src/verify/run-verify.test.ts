import type { VerifyDocument } from "@repo/coverage-core";
import { verifyDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { chmodSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { captured } from "../__fixtures__/run.js";
import { GROWN, PRICE, createShop, recordOf } from "../__fixtures__/shop.js";
import { runVerify, type Built } from "../index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const BUILT: Built = { exitCode: 0, durationMs: 12.4 };

interface Options {
  /** What stands for turbo: a program that runs. */
  readonly turbo?: string;
  readonly built?: Built;
  readonly argv?: readonly string[];
  readonly lines?: Readonly<Record<number, number>>;
  readonly signal?: AbortSignal;
  readonly onOutput?: (text: string) => void;
}

async function verify({
  turbo = "echo tests",
  built = BUILT,
  argv = [],
  lines = { 2: 1, 3: 1, 5: 1, 6: 1, 8: 1 },
  signal = new AbortController().signal,
  onOutput = () => undefined,
}: Options) {
  const repo = createShop();
  repos.push(repo);
  repo.write({
    [PRICE]: GROWN,
    "packages/shop/coverage/lcov.info": recordOf(PRICE, lines),
    "node_modules/.bin/turbo": `#!/bin/sh\n${turbo}\n`,
  });
  chmodSync(repo.path("node_modules/.bin/turbo"), 0o755);
  const { io, ran } = captured({ cwd: repo.root, env: { PATH: process.env["PATH"] ?? "" } });
  let clock = 0;
  const write = (text: string | Uint8Array) => {
    onOutput(String(text));
    return io.stderr.write(text);
  };
  const verifyIo = { ...io, stderr: { write }, signal, now: () => (clock += 1_000) };
  const result = ran(await runVerify(argv, verifyIo, built));
  return { ...result, repo, document: verifyDocument.parse(JSON.parse(result.stdout)) };
}

function check({ status, exitCode, failedStep, steps, errors }: VerifyDocument, expected: readonly string[]): void {
  expect([
    `${status} ${String(exitCode)} ${String(failedStep)}`,
    ...steps.map((step) => `${step.name} ${step.status} ${String(step.exitCode)} ${String(step.durationMs)}`),
    ...errors.map(({ code }) => code),
  ]).toEqual(expected);
}

describe("verify", () => {
  it("runs every step, and leaves the tracked files as they are", async () => {
    const { document, exitCode, stderr, repo } = await verify({});
    check(document, ["pass 0 null", "build pass 0 12", "test pass 0 1000", "aggregate pass 0 1000", "diff pass 0 1000"]);
    expect(exitCode).toBe(0);
    expect([document.aggregate?.repo?.lines.pct, document.diff?.summary.percent]).toEqual([100, 100]);
    expect(stderr).toContain("verify: test (pnpm test --coverage)\ntests\nverify: test pass in 1.0 s\n");
    expect(repo.git("status", "--porcelain", "--", "coverage")).toBe("");
  });

  it("stops at a build that failed, with its code", async () => {
    const { document, exitCode } = await verify({ built: { exitCode: 2, durationMs: 5 } });
    check(document, ["error 2 build", "build error 2 5", "test skipped null 0", "aggregate skipped null 0", "diff skipped null 0"]);
    expect([exitCode, document.nextActions]).toEqual([2, ["pnpm build"]]);
  });

  it("stops at tests that failed, with their code", async () => {
    const { document } = await verify({ turbo: "exit 1" });
    check(document, ["fail 1 test", "build pass 0 12", "test fail 1 1000", "aggregate skipped null 0", "diff skipped null 0"]);
    expect(document.nextActions).toEqual(["pnpm test --coverage"]);
  });

  it("stops at a report that cannot be trusted", async () => {
    const { document, stderr } = await verify({ turbo: "echo rubbish > packages/shop/coverage/lcov.info" });
    check(document, [
      "error 3 aggregate",
      "build pass 0 12",
      "test pass 0 1000",
      "aggregate error 3 1000",
      "diff skipped null 0",
      "REPORT_NOT_LCOV",
    ]);
    expect(stderr).toContain("REPORT_NOT_LCOV: packages/shop/coverage/lcov.info:1");
  });

  it("fails with a line that no test runs, and says what to do", async () => {
    const { document, exitCode } = await verify({ lines: { 2: 1, 3: 0 } });
    check(document, ["fail 1 diff", "build pass 0 12", "test pass 0 1000", "aggregate pass 0 1000", "diff fail 1 1000"]);
    expect([exitCode, document.diff?.uncovered, document.nextActions.length]).toEqual([
      1,
      [{ file: PRICE, line: 3, kind: "uncovered" }],
      1,
    ]);
  });

  it("prints what is known so far when it is interrupted", async () => {
    const { document, exitCode } = await verify({ signal: AbortSignal.abort() });
    check(document, ["error 130 build", "build error 130 12", "test skipped null 0", "aggregate skipped null 0", "diff skipped null 0"]);
    expect(exitCode).toBe(130);
  });

  it("ends the tests when it is interrupted, and prints what is known so far", async () => {
    const interrupt = new AbortController();
    const { document, exitCode } = await verify({
      turbo: "echo begun; exec sleep 60",
      signal: interrupt.signal,
      onOutput: (text) => {
        if (text.includes("begun")) interrupt.abort();
      },
    });
    check(document, ["error 130 test", "build pass 0 12", "test error 130 1000", "aggregate skipped null 0", "diff skipped null 0"]);
    expect(exitCode).toBe(130);
  });

  it("judges against --base, which may be wrong", async () => {
    const { document } = await verify({ argv: ["--base", "nowhere"] });
    check(document, [
      "error 4 diff",
      "build pass 0 12",
      "test pass 0 1000",
      "aggregate pass 0 1000",
      "diff error 4 1000",
      "BASE_NOT_FOUND",
    ]);
  });

  it("--deep has a step for mutants, and tells what no test notices", async () => {
    const { document, stderr } = await verify({ argv: ["--deep"] });
    check(document, [
      "pass 0 null",
      ...["build pass 0 12", "test pass 0 1000", "aggregate pass 0 1000", "diff pass 0 1000", "mutate pass 0 2000"],
    ]);
    expect([document.mutate?.status, document.diff?.unasserted]).toEqual(["nothing-to-do", []]);
    expect(document.mutate?.base?.mergeBase).toBe(document.diff?.base?.mergeBase);
    expect(stderr).toContain("verify: mutate (pnpm mutate --since BASE)\nmutate nothing-to-do");
  });

  it("--deep skips the mutants of a change that fails", async () => {
    const { document } = await verify({ argv: ["--deep"], lines: { 2: 1, 3: 0 } });
    check(document, [
      "fail 1 diff",
      "build pass 0 12",
      "test pass 0 1000",
      "aggregate pass 0 1000",
      "diff fail 1 1000",
      "mutate skipped null 0",
    ]);
    expect([document.mutate, document.diff?.unasserted]).toEqual([null, null]);
  });

  it("refuses a flag that it does not know before anything runs", async () => {
    const { document, stderr } = await verify({ argv: ["--fast"] });
    expect(stderr).toMatch(/^USAGE: unknown option '--fast'[^]*\n {2}next: pnpm verify --help\n$/);
    check(document, ["error 2 null", ...["build", "test", "aggregate", "diff"].map((name) => `${name} skipped null 0`), "USAGE"]);
  });

  it("--help lists the flags", async () => {
    const { io, ran } = captured({ cwd: "/" });
    const { exitCode, stdout } = ran(await runVerify(["--help"], { ...io, signal: new AbortController().signal, now: () => 0 }, BUILT));
    expect([exitCode, stdout.includes("--base")]).toEqual([0, true]);
  });
});

it("the door's own document, where the build failed, is the same contract", async () => {
  const door = (await import(new URL("../../../../scripts/verify-unbuilt.mjs", import.meta.url).href)) as {
    runVerify: (argv: readonly string[], io: object, built: Built) => Promise<number>;
  };
  const written: string[] = [];
  const io = { stdout: { write: (text: string) => written.push(text) } };
  expect(await door.runVerify([], io, { exitCode: 2, durationMs: 7.6 })).toBe(2);
  check(verifyDocument.parse(JSON.parse(written.join(""))), [
    "error 2 build",
    "build error 2 8",
    "test skipped null 0",
    "aggregate skipped null 0",
    "diff skipped null 0",
    "BUILD_FAILED",
  ]);
});
