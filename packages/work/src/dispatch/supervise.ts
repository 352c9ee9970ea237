/**
 * Runs one shell command in a process group of its own that ends as a whole: when its time is over, when it is told to, and when the
 * process that started it is gone, however it went. Started by `runCommand` as a program of node, the command line as its argument.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";

const [command = ""] = process.argv.slice(2);
// The other end is closed where the parent dies, by whatever signal.
process.on("disconnect", () => process.kill(-process.pid, "SIGKILL"));
// What ends the group is meant for the command: this process stays, to tell how it ended.
process.on("SIGTERM", () => undefined);
const child = spawn(command, { shell: true, stdio: "inherit" });
child.on("close", (code, signal) => {
  process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  process.removeAllListeners("disconnect");
  process.disconnect();
});
