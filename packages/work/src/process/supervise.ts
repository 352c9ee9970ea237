/**
 * What runs in a process of its own beside an agent or a gate: one shell command in a process group that ends as a whole, when its time
 * is over, when it is told to, and when the process that started it is gone, however it went.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** The process that watches over the command; `NodeJS.Process`, but for tests. It leads its group. */
export interface Supervisor {
  readonly pid: number;
  exitCode?: number | string | null | undefined;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  on(event: "disconnect" | "SIGTERM", act: () => void): unknown;
  removeAllListeners(event: "disconnect"): unknown;
  disconnect?(): void;
}

/** @param program as the path of the file that node runs: where that is another one, nothing is done. */
export function superviseAs(program: string, self: Supervisor & { readonly argv: readonly string[] }): void {
  const [, running, command] = self.argv;
  if (running === program && command !== undefined) supervise(self, command);
}

/** @param command a shell's command line; its standard streams are those of the process. */
export function supervise(self: Supervisor, command: string): void {
  // The other end is closed where the parent dies, by whatever signal.
  self.on("disconnect", () => self.kill(-self.pid, "SIGKILL"));
  // What ends the group is meant for the command: this process stays, to tell how it ended.
  self.on("SIGTERM", () => undefined);
  spawn(command, { shell: true, stdio: "inherit" }).on("close", (code, signal) => {
    self.exitCode = exitCodeOf(code, signal);
    self.removeAllListeners("disconnect");
    self.disconnect?.();
  });
}

/** As a shell has it. One of the two is null. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return signal === null ? Number(code) : 128 + constants.signals[signal];
}
