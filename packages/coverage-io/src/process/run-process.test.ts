import { expect, it } from "vitest";
import { runProcess } from "./run-process.js";

it.each<[string, [string, ...string[]], number, string]>([
  [
    "its exit code and both streams",
    [process.execPath, "-e", 'console.log("out"); console.error("err"); process.exitCode = 3'],
    3,
    "out\nerr\n",
  ],
  ["128 and the signal's number where a signal ended it", [process.execPath, "-e", 'process.kill(process.pid, "SIGTERM")'], 143, ""],
  ["127 where it could not start", ["no-such-program"], 127, "no-such-program: spawn no-such-program ENOENT\n"],
])("a process answers with %s", async (_sentence, command, exitCode, output) => {
  const chunks: string[] = [];
  const result = await runProcess(command, { cwd: process.cwd(), env: process.env, write: (chunk) => chunks.push(String(chunk)) });
  expect(result).toEqual({ exitCode });
  expect(chunks.sort((a, b) => (a.startsWith("out") ? -1 : b.startsWith("out") ? 1 : 0)).join("")).toBe(output);
});

it.each<[string, boolean]>([
  ["while it runs", false],
  ["before it starts", true],
])("a process is ended by an abort %s", async (_sentence, early) => {
  const interrupt = new AbortController();
  if (early) interrupt.abort();
  const command: [string, ...string[]] = [process.execPath, "-e", 'console.log("up"); setInterval(() => {}, 1000)'];
  const { signal } = interrupt;
  const ran = runProcess(command, { cwd: process.cwd(), env: process.env, write: () => interrupt.abort(), signal });
  expect(await ran).toEqual({ exitCode: 143 });
});
