/** The watched process is this one's own description of one: a real one cannot be measured. See spawn-group.test.ts for real ones. */
import { createTempRepo } from "@repo/core-testing";
import { existsSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, it, vi } from "vitest";
import { watchParent, type Watched } from "./watch-parent.js";
import "./bootstrap.js";

function watched() {
  const told: string[] = [];
  const acts = new Map<string, () => void>();
  const stdin = Object.assign(new PassThrough(), { unref: () => void told.push("unref") });
  const self = {
    pid: 7,
    ppid: 1,
    stdin: stdin as unknown as NodeJS.ReadStream,
    kill: (pid: number, signal: string) => told.push(`${signal} ${pid}`),
    on: (event: string, act: () => void) => acts.set(event, act),
    removeAllListeners: (event: string) => told.push(`forget ${event}`),
  };
  return { self: self as Watched & typeof self, told, acts, stdin };
}

it("the end of the standard input ends the group, then removes its folder, then ends it by force", async () => {
  using repo = createTempRepo({ "run/a.ts": "" });
  const { self, told, acts, stdin } = watched();
  watchParent(self, repo.path("run"), false);
  stdin.end();
  await vi.waitFor(() => expect(told).toEqual(["unref", "forget SIGTERM", "SIGTERM -7", "SIGKILL -7"]));
  acts.get("SIGTERM")?.();
  expect(existsSync(repo.path("run"))).toBe(false);
});

it.each<[string, number, string[], boolean]>([
  ["while its parent is there does nothing", 1, [], true],
  ["after its parent cleans up", 2, ["SIGKILL -7"], false],
])("a process that ends %s", (_sentence, ppid, expected, isThere) => {
  using repo = createTempRepo({ "run/a.ts": "" });
  const { self, told, acts, stdin } = watched();
  watchParent(self, repo.path("run"), true);
  self.ppid = ppid;
  acts.get("exit")?.();
  expect(told).toEqual(expected);
  expect(existsSync(repo.path("run"))).toBe(isThere);
  expect(stdin.readableFlowing).toBe(null);
});

it("a process that was started in another way is let alone", () => {
  const { self, told, acts } = watched();
  watchParent(self, undefined, false);
  expect([told, acts.size]).toEqual([[], 0]);
});
