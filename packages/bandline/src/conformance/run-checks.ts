/** Commands that check by themselves whether what they write is up to date: `agents`, and those of other packages, which the door hands in. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ConformanceRuleId, RuleFinding } from "@repo/coverage-core";
import { judgeCheck, parseCheck } from "@repo/coverage-core/conformance";
import { readIfThere } from "@repo/coverage-io";
import { AGENT_FILES, runAgents } from "../agents.js";
import { BEGIN } from "../agents/keep-marked.js";
import type { Io } from "../command/io.js";

interface Check {
  /** What the check is called, for errors: a command that can be run by hand. */
  readonly name: string;
  /** Called with `--check`, `--json` and `--cwd`. */
  readonly run: (argv: readonly string[], io: Io) => Promise<number>;
}

export interface OutsideCheck extends Check {
  /** The rule that it is a part of. */
  readonly rule: ConformanceRuleId;
  /** A path of the repository without which there is nothing to check. */
  readonly needs: string;
}

/** @returns undefined where none of the checks has anything to check. @throws BandlineError as `parseCheck`; IoError as `readIfThere`. */
export async function runChecks(
  rule: ConformanceRuleId,
  checks: readonly OutsideCheck[],
  root: string,
  io: Io,
): Promise<RuleFinding[] | undefined> {
  const handedIn = checks.filter((each) => each.rule === rule && existsSync(join(root, each.needs)));
  const own = rule === "generated-files" && (await hasMarkers(root)) ? [{ name: "pnpm agents", run: runAgents }] : [];
  const meant: readonly Check[] = [...own, ...handedIn];
  if (meant.length === 0) return undefined;
  return (await Promise.all(meant.map((check) => runCheck(check, root, io)))).flat();
}

/** A repository that never asked for the rules of agents need not have them. */
async function hasMarkers(root: string): Promise<boolean> {
  const texts = await Promise.all(AGENT_FILES.map((path) => readIfThere(join(root, path))));
  return texts.some((text) => text?.includes(BEGIN) === true);
}

async function runCheck({ name, run }: Check, root: string, io: Io): Promise<RuleFinding[]> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const keep = (kept: string[]) => ({ write: (text: string | Uint8Array) => kept.push(String(text)) });
  await run(["--check", "--json", "--cwd", root], { ...io, cwd: root, stdout: keep(stdout), stderr: keep(stderr) });
  return judgeCheck(parseCheck(name, stdout.join("")));
}
