/** @module-tag slow */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, it, vi } from "vitest";
import { spawnGroup, withoutOuterRun } from "./spawn-group.js";

/** Starts a worker that never ends and tells both pids, then lives on. */
const PARENT = `const { spawn } = require("node:child_process");
const worker = spawn(process.execPath, ["-e", "for (;;) {}"], { stdio: "ignore" });
console.log(process.pid + " " + worker.pid);
setInterval(() => {}, 1000);
`;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function start(repo: TempRepo, program: string, listensTo: "stderr" | "both" = "both") {
  repo.write({ "program.cjs": program, "run/a.ts": "" });
  const call = { program: repo.path("program.cjs"), args: ["x"], cwd: repo.root, env: process.env, folder: repo.path("run") };
  return spawnGroup(call, listensTo);
}

async function pidsOf(said: () => string): Promise<number[]> {
  await vi.waitFor(() => expect(said()).toMatch(/\d+ \d+\n/), { timeout: 60_000, interval: 20 });
  return said().trim().split(" ").map(Number);
}

it.each<[string, string, { code: number | null; how: string }, string]>([
  ["its code and what it says", 'console.log("out"); console.error("err"); process.exitCode = 3', { code: 3, how: "with 3" }, "out\nerr\n"],
  ["the signal that ended it", 'process.kill(process.pid, "SIGKILL")', { code: null, how: "by SIGKILL" }, ""],
  [
    "neither our variables nor those of the test runner around",
    "console.log(Object.keys(process.env).filter((name) => /^(VITEST|BANDLINE|STRYKER_)/.test(name)))",
    { code: 0, how: "with 0" },
    "[]\n",
  ],
])("a program tells %s", async (_sentence, program, ended, said) => {
  using repo = createTempRepo();
  const group = start(repo, program);
  expect(await group.ended).toEqual(ended);
  expect(group.said().split("\n").sort()).toEqual(said.split("\n").sort());
  group.forget();
  expect(group.said()).toBe("");
  await group.end();
});

it("its log may be one stream alone, and is handed on; the fourth stream is its own", async () => {
  using repo = createTempRepo();
  const group = start(repo, 'console.log("out"); console.error("err"); require("node:fs").writeSync(3, "result")', "stderr");
  expect(await Promise.all([text(group.stdout), text(group.results)])).toEqual(["out\n", "result"]);
  await group.ended;
  expect(group.said()).toBe("err\n");
});

it("a program that ends before it has read everything is judged by its end", async () => {
  using repo = createTempRepo();
  const group = start(repo, "process.stdin.destroy();");
  const broken = once(group.stdin, "error").then(([error]) => (error as NodeJS.ErrnoException).code);
  group.stdin.write("x".repeat(1_000_000));
  expect(await group.ended).toEqual({ code: 0, how: "with 0" });
  expect(["EPIPE", "ECONNRESET", "ERR_STREAM_DESTROYED"]).toContain(await broken);
});

it("a program that cannot begin says so", async () => {
  const call = { program: "x", args: [], cwd: "/nowhere/at/all", env: {}, folder: "/nowhere" };
  const group = spawnGroup(call, "both");
  expect(await group.ended).toEqual({ code: null, how: expect.stringMatching(/^before it began: spawn .*ENOENT$/) as string });
  await group.end();
});

it("an end takes the workers too, also those that listen to nothing", async () => {
  using repo = createTempRepo();
  const group = start(repo, `process.on("SIGTERM", () => {});\n${PARENT}`);
  const pids = await pidsOf(group.said);
  await group.end();
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 60_000, interval: 20 });
  expect(await group.ended).toEqual({ code: null, how: "by SIGKILL" });
});

it("a program that ends leaves no worker behind", async () => {
  using repo = createTempRepo();
  const group = start(repo, PARENT.replace("setInterval(() => {}, 1000);", "worker.unref();"));
  const [, worker = 0] = await pidsOf(group.said);
  expect(await group.ended).toEqual({ code: 0, how: "with 0" });
  await vi.waitFor(() => expect(isAlive(worker)).toBe(false), { timeout: 60_000, interval: 20 });
});

it("where the process that started it is killed, program and workers end, and its folder is removed", async () => {
  using repo = createTempRepo({ "program.cjs": PARENT, "run/a.ts": "" });
  const call = { program: repo.path("program.cjs"), args: [], cwd: repo.root, env: {}, folder: repo.path("run") };
  const starter = `import { spawnGroup } from ${JSON.stringify(new URL("../../dist/process/spawn-group.js", import.meta.url).href)};
spawnGroup({ ...${JSON.stringify(call)}, log: (chunk) => process.stdout.write(chunk) }, "both");`;
  const outer = spawn(process.execPath, ["--input-type=module", "-e", starter], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  outer.stdout.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  const pids = await pidsOf(() => said);
  expect(pids.map(isAlive)).toEqual([true, true]);
  outer.kill("SIGKILL");
  await once(outer, "exit");
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 60_000, interval: 20 });
  expect(existsSync(repo.path("run"))).toBe(false);
});

it("variables of other tools are handed on", () => {
  expect(withoutOuterRun({ VITEST: "true", VITEST_POOL_ID: "1", STRYKER_MUTATOR_WORKER: "1", PATH: "/bin" })).toEqual({ PATH: "/bin" });
});
