import { createTempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { runCommand, type CommandCall, type CommandResult } from "./run-command.js";

interface Ran extends CommandResult {
  readonly said: string;
}

async function run(command: string, more: Partial<CommandCall> = {}): Promise<Ran> {
  const said: string[] = [];
  const call = { command, cwd: ".", env: process.env, input: "", timeoutMs: 60_000, signal: new AbortController().signal };
  const ended = await runCommand({ ...call, hear: (stream, chunk) => said.push(`${stream} ${chunk.toString("utf8").trim()}`), ...more });
  return { ...ended, said: said.sort().join(", ") };
}

const MUCH = "x".repeat(4 * 1024 * 1024);

it.each<[string, string, Partial<CommandCall>, Ran]>([
  ["hands on what it prints", "echo a; echo b >&2", {}, { exitCode: 0, endedBy: "itself", said: "stderr b, stdout a" }],
  ["hands in what it reads", "cat", { input: "in" }, { exitCode: 0, endedBy: "itself", said: "stdout in" }],
  ["lets it leave its input alone", "exit 3", { input: MUCH }, { exitCode: 3, endedBy: "itself", said: "" }],
  ["says as a shell does which signal ended it", "kill -9 $$", {}, { exitCode: 137, endedBy: "itself", said: "" }],
  ["lets nothing live on that it left behind", "sleep 600 & echo a", {}, { exitCode: 0, endedBy: "itself", said: "stdout a" }],
  ["knows times that no timer knows", "echo a", { timeoutMs: 2 ** 40 }, { exitCode: 0, endedBy: "itself", said: "stdout a" }],
])("a command: the caller %s", async (_, command, more, expected) => expect(await run(command, more)).toEqual(expected));

it.each<[string, string, number, string]>([
  ["ends by force what does not end", "", 300, "told"],
  ["waits for what takes its time", "; setTimeout(() => { write('bye', ''); process.exit(); }, 50)", 60_000, "bye"],
])("an interrupt %s", async (_, more, graceMs, file) => {
  using at = createTempRepo({});
  const stop = new AbortController();
  const script = `const write = require("fs").writeFileSync;
process.on("SIGTERM", () => { write("told", "")${more} });
setInterval(() => undefined, 1000);
write("up", String(process.pid));`;
  at.write({ "agent.cjs": script });
  const running = run("node agent.cjs; true", { cwd: at.root, signal: stop.signal, graceMs });
  while (!existsSync(at.path("up")) || readFileSync(at.path("up"), "utf8") === "") await wait(10);
  stop.abort();
  expect(await running).toMatchObject({ endedBy: "interrupt", said: "" });
  expect(existsSync(at.path(file))).toBe(true);
  const pid = Number(readFileSync(at.path("up"), "utf8"));
  while (isRunning(pid)) await wait(10);
});

/** One that ended, and that nobody has asked for yet, does not run. */
function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

it("what ends a command first is what is told", async () => {
  const stop = new AbortController();
  const running = run("trap '' TERM; sleep 5", { timeoutMs: 50, graceMs: 600, signal: stop.signal });
  // It does not heed its end, and so is still there when the interrupt comes.
  setTimeout(() => stop.abort(), 300);
  expect(await running).toMatchObject({ endedBy: "timeout" });
});

it("nobody waits for what left the group and holds the pipes", async () => {
  using at = createTempRepo({});
  const script = `const { pid } = require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "inherit" }); require("fs").writeFileSync("pid", String(pid)); process.exit(0)`;
  expect(await run(`node -e '${script}'`, { cwd: at.root, graceMs: 50 })).toMatchObject({ exitCode: 0, endedBy: "itself" });
  process.kill(Number(readFileSync(at.path("pid"), "utf8")), "SIGKILL");
});
