/** Commands of other packages that check themselves whether what they write is up to date: the door hands them in. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ConformanceRuleId, RuleFinding } from "@repo/coverage-core";
import { judgeCheck, parseCheck } from "@repo/coverage-core/conformance";
import type { Io } from "../command/io.js";

export interface OutsideCheck {
  /** The rule that it is a part of. */
  readonly rule: ConformanceRuleId;
  /** What the check is called, for errors: a command that can be run by hand. */
  readonly name: string;
  /** A path of the repository without which there is nothing to check. */
  readonly needs: string;
  /** Called with `--check`, `--json` and `--cwd`. */
  readonly run: (argv: readonly string[], io: Io) => Promise<number>;
}

/** @returns undefined where none of the checks has anything to check. @throws BandlineError as `parseCheck`. */
export async function runChecks(checks: readonly OutsideCheck[], root: string, io: Io): Promise<RuleFinding[] | undefined> {
  const meant = checks.filter(({ needs }) => existsSync(join(root, needs)));
  if (meant.length === 0) return undefined;
  const findings = await Promise.all(meant.map((check) => runCheck(check, root, io)));
  return findings.flat();
}

async function runCheck({ name, run }: OutsideCheck, root: string, io: Io): Promise<RuleFinding[]> {
  let stdout = "";
  const kept = { write: (text: string | Uint8Array) => (stdout += String(text)) };
  await run(["--check", "--json", "--cwd", root], { ...io, cwd: root, stdout: kept, stderr: { write: () => undefined } });
  return judgeCheck(parseCheck(name, stdout));
}
