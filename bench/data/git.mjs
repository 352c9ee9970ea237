import { execFileSync } from "node:child_process";

const WHO = { NAME: "bench", EMAIL: "bench@example.invalid", DATE: "2024-01-01T00:00:00Z" };
const env = {
  ...process.env,
  ...Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((role) => Object.entries(WHO).map(([key, value]) => [`GIT_${role}_${key}`, value])),
  ),
  // A person's hooks, signatures and templates have no part in it.
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};
const FAST = ["-c", "core.looseCompression=0", "-c", "gc.auto=0", "-c", "maintenance.auto=false"];

export function git(cwd, ...args) {
  execFileSync("git", [...FAST, ...args], { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
