/** For the door of `conformance`: whether what generates is built of what stands in the sources. Else its answer would be that of an older text. */
import { join, relative } from "node:path";
import { EXIT, renderJson, type Problem } from "@repo/coverage-core";
import { runProcess } from "@repo/coverage-io";
import type { Io } from "../command/io.js";

/**
 * Asks the compiler what `tsc -b` would build, and builds nothing. Configurations of other names than tsconfig.json have no say: they are of tests.
 * @param io `cwd` is the repository's root. @returns the exit code of the document on stdout; 4 with BUILD_STALE where something would be built.
 */
export async function checkBuild(_argv: readonly string[], io: Io): Promise<number> {
  const chunks: string[] = [];
  const tsc = join(io.cwd, "node_modules/typescript/bin/tsc");
  const asked = { cwd: io.cwd, env: io.env, write: (chunk: string | Uint8Array) => chunks.push(String(chunk)) };
  const { exitCode } = await runProcess([process.execPath, tsc, "-b", "--dry"], asked);
  const said = chunks.join("");
  const stale = [...said.matchAll(/would build project '(.+)[/\\]tsconfig\.json'/g)].map(([, folder = ""]) => relative(io.cwd, folder));
  const errors = exitCode !== 0 ? [unasked(said)] : stale.length > 0 ? [outdated(stale)] : [];
  const document = { status: errors.length === 0 ? "pass" : "error", exitCode: errors.length === 0 ? EXIT.pass : EXIT.environment, errors };
  io.stdout.write(renderJson(document).output);
  return document.exitCode;
}

function outdated(stale: readonly string[]): Problem {
  const message = `the build is older than the sources of ${stale.join(", ")}, and so is what it would generate`;
  return { code: "BUILD_STALE", message, hint: "pnpm build" };
}

function unasked(said: string): Problem {
  return {
    code: "CHECK_FAILED",
    message: `tsc could not be asked what it would build: ${said.trim().slice(-500)}`,
    hint: "pnpm exec tsc -b --dry",
  };
}
