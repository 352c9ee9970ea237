/**
 * What runs in a process before its program: when the process that started it is gone, however it went, the program and
 * its workers end, and what they wrote is removed. Stryker's server itself would wait for ever.
 */
import { rmSync } from "node:fs";

/** The process that is watched over; `NodeJS.Process`, but for tests. */
export interface Watched {
  readonly pid: number;
  readonly ppid: number;
  readonly stdin: NodeJS.ReadStream;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  on(event: "exit" | "SIGTERM", act: () => void): unknown;
  removeAllListeners(event: "SIGTERM"): unknown;
}

/** How long workers have to end by themselves. */
const GRACE_MS = 200;

/**
 * @param folder what to remove; undefined in a process that was started in another way, over which nobody watches.
 * @param isReader whether the program itself reads the standard input; else nobody would notice its end.
 */
export function watchParent(self: Watched, folder: string | undefined, isReader: boolean): void {
  if (folder === undefined) return;
  const parent = self.ppid;
  const finish = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    self.kill(-self.pid, "SIGKILL");
  };
  self.stdin.once("end", () => {
    self.removeAllListeners("SIGTERM");
    self.on("SIGTERM", () => undefined);
    self.kill(-self.pid, "SIGTERM");
    setTimeout(finish, GRACE_MS);
  });
  // The program may also fail of the broken pipe, before it hears of the end.
  self.on("exit", () => {
    if (self.ppid !== parent) finish();
  });
  if (!isReader) self.stdin.resume().unref();
}
