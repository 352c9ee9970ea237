// Totals, as `lines 3/4, functions 1/1, branches 0/2`, from bandline's summary and from `lcov --summary`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const DOOR = fileURLToPath(new URL("../../scripts/coverage/aggregate.mjs", import.meta.url));
const METRICS = ["lines", "functions", "branches"];
const RC = ["lcov_branch_coverage=1", "lcov_function_coverage=1"].flatMap((each) => ["--rc", each]);

/** Merges the reports into `out`. */
export function askBandline(root, reports, out) {
  const args = [DOOR, "--cwd", root, ...reports.flatMap((report) => ["--input", report]), "--out", out, "--json"];
  const { repo, errors } = JSON.parse(run(process.execPath, args, root));
  if (repo === null) throw new Error(`coverage:aggregate refused: ${errors.map(({ code }) => code).join(", ")}`);
  return METRICS.map((metric) => `${metric} ${repo[metric].covered}/${repo[metric].total}`).join(", ");
}

/** Several reports are merged by lcov first. */
export function askLcov(root, reports) {
  const text = run("lcov", [...RC, ...reports.flatMap((report) => ["--summary", report])], root);
  return METRICS.map((metric) => {
    const [, covered, total] = new RegExp(`^ *${metric}\\.+: .*\\((\\d+) of (\\d+) `, "m").exec(text) ?? [, "no", "data"];
    return `${metric} ${covered}/${total}`;
  }).join(", ");
}

/** @returns undefined where it is not installed. */
export function lcovVersion() {
  const { error, stdout } = spawnSync("lcov", ["--version"], { encoding: "utf8" });
  return error === undefined ? /\d+(\.\d+)+/.exec(stdout)?.[0] : undefined;
}

function run(command, args, cwd) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  if (error) throw error;
  if (stdout === "") throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
}
