/** The supervisor is this test's own description of one: a real one cannot be measured. See run-command.test.ts for real ones. */
import { expect, it, vi } from "vitest";
import { exitCodeOf, supervise, superviseAs, type Supervisor } from "./supervise.js";
import "./supervisor.js";

function supervisor() {
  const told: string[] = [];
  const acts = new Map<string, () => void>();
  const self: Supervisor = {
    pid: 7,
    kill: (pid, signal) => told.push(`${signal} ${pid}`),
    on: (event, act) => acts.set(event, act),
    removeAllListeners: (event) => told.push(`forget ${event}`),
    disconnect: () => void told.push("let go"),
  };
  return { self, told, acts };
}

it("tells how the command ended, and lets go of its parent", async () => {
  const { self, told, acts } = supervisor();
  supervise(self, "exit 5");
  await vi.waitFor(() => expect(told).toEqual(["forget disconnect", "let go"]));
  expect([self.exitCode, [...acts.keys()]]).toEqual([5, ["disconnect", "SIGTERM"]]);
});

it("stays where its group is told to end, and ends the group with its parent", () => {
  const { self, told, acts } = supervisor();
  supervise(self, "true");
  acts.get("SIGTERM")?.();
  expect(told).toEqual([]);
  acts.get("disconnect")?.();
  expect(told).toEqual(["SIGKILL -7"]);
});

it.each<[string, readonly string[], readonly string[]]>([
  ["as a program of node", ["node", "/x.js", "true"], ["disconnect", "SIGTERM"]],
  ["nothing, as another program", ["node", "/y.js", "true"], []],
  ["nothing, without a command", ["node", "/x.js"], []],
])("supervises %s", (_, argv, events) => {
  const { self, acts } = supervisor();
  superviseAs("/x.js", { ...self, argv });
  expect([...acts.keys()]).toEqual(events);
});

it.each<[number | null, NodeJS.Signals | null, number]>([
  [0, null, 0],
  [3, null, 3],
  [null, "SIGKILL", 137],
])("ended by %s, %s: exit %s", (code, signal, expected) => expect(exitCodeOf(code, signal)).toBe(expected));
