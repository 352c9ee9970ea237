/** `conformance`: one command over all static rules. */
import { resolve } from "node:path";
import { CONFORMANCE_RULES, EXIT, type ConformanceDocument } from "@repo/coverage-core";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { defineConformance, type ConformanceFlags } from "./conformance/parse-flags.js";
import type { Judged } from "./conformance/judge-rules.js";
import type { OutsideCheck } from "./conformance/run-checks.js";

export type { OutsideCheck } from "./conformance/run-checks.js";

/**
 * @param checks of other packages, which this one knows nothing of.
 * @returns the exit code; stdout is one JSON document, also on an error.
 */
export async function runConformance(argv: readonly string[], io: Io, checks: readonly OutsideCheck[] = []): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: ConformanceFlags = {};
  try {
    const parsed = parseArgs<ConformanceFlags>("conformance", argv, defineConformance);
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    return await print(io, flags, await conformance(flags, io, checks));
  } catch (error) {
    const { failedConformance, faultOf } = await import("./conformance/answer.js");
    return print(io, flags, failedConformance(faultOf(error)));
  }
}

/** The slowest first: the others are judged while it waits for its process. */
async function conformance(
  { rule, list = false, cwd = "." }: ConformanceFlags,
  io: Io,
  checks: readonly OutsideCheck[],
): Promise<ConformanceDocument> {
  const asked = CONFORMANCE_RULES.filter((id) => rule?.includes(id) ?? true);
  const { conformanceOf } = await import("./conformance/answer.js");
  if (list) return conformanceOf(new Map(asked.map((id) => [id, LISTED])));
  const { judgeRule } = await import("./conformance/judge-rules.js");
  const { openPlace } = await import("./conformance/open-place.js");
  const place = await openPlace(resolve(io.cwd, cwd), io.env);
  const inOrder = [...asked].sort((a, b) => Number(b === "arrows") - Number(a === "arrows"));
  const judged = await Promise.all(inOrder.map(async (id) => [id, await judgeRule(id, { place, io, checks })] as const));
  return conformanceOf(new Map(judged));
}

const LISTED: Judged = { kind: "skipped", reason: "listed, and not judged" };

async function print(
  io: Io,
  { format = [], json = false, exitZero = false, list = false }: ConformanceFlags,
  document: ConformanceDocument,
): Promise<number> {
  const { LIST_REPORTERS, REPORTERS, deliver, failedConformance } = await import("./conformance/answer.js");
  const reporters = list && document.errors.length === 0 ? LIST_REPORTERS : REPORTERS;
  const code = await deliver(io, { document, failed: failedConformance, reporters, formats: format, quiet: json });
  return exitZero && code === EXIT.gateFailed ? EXIT.pass : code;
}
