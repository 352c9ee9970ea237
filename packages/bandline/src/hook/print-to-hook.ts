import { EXIT, hookAnswer, type CoverageDiffDocument } from "@repo/coverage-core";
import { deliverFiles, type Answer } from "../command/formats.js";
import type { DiffFormat } from "../diff-answer.js";
import type { Io } from "../command/io.js";

/** Nothing on stdout, which Claude Code would read as a decision; what the agent or a person has to know on stderr. @returns the hook's exit code. */
export async function printToHook(io: Io, answer: Answer<CoverageDiffDocument, DiffFormat>, exitZero: boolean): Promise<number> {
  const document = await deliverFiles(io, answer);
  const { exitCode, text } = hookAnswer(document);
  io.stderr.write(text);
  return exitZero && document.exitCode === EXIT.gateFailed ? EXIT.pass : exitCode;
}
