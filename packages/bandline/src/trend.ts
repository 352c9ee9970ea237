/** `coverage:trend`: how coverage moved, and which change did it. */
import { resolve } from "node:path";
import { EXIT, renderJson, type Painter, type TrendDocument } from "@repo/coverage-core";
import { emptyTrend, renderHumanTrend, trendRows } from "@repo/coverage-core/trend";
import { deliver } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { faultOf, type Fault } from "./command/to-problem.js";
import { exportHistory } from "./trend/export-history.js";
import { gatherTrend } from "./trend/gather-trend.js";
import { assertFit, defineTrend, type TrendFlags } from "./trend/parse-flags.js";

export interface TrendIo extends Io {
  /** Milliseconds since the epoch: what `--since 90d` counts from. */
  readonly now: () => number;
}

const REPORTERS = {
  json: renderJson,
  human: (document: TrendDocument, paint: Painter) => renderHumanTrend(document, trendRows(document), paint),
};

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runTrend(argv: readonly string[], io: TrendIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: TrendFlags = {};
  try {
    const parsed = parseArgs<TrendFlags>("coverage:trend", argv, defineTrend);
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    assertFit(flags);
    const { document, history } = await gatherTrend(flags, io);
    for (const { name, file } of flags.format ?? []) {
      if (name === "coverage-trend" && file !== null) await exportHistory(resolve(io.cwd, file), file, history);
    }
    return await print(io, flags, document);
  } catch (error) {
    return print(io, flags, failedTrend(faultOf(error)));
  }
}

async function print(io: Io, { format = [], json = false, exitZero = false }: TrendFlags, document: TrendDocument): Promise<number> {
  const formats = format.flatMap(({ name, file }) => (name === "coverage-trend" ? [] : [{ name, file }]));
  const code = await deliver(io, { document, failed: failedTrend, reporters: REPORTERS, formats, quiet: json });
  return exitZero && code === EXIT.gateFailed ? EXIT.pass : code;
}

/** The document of a run that came to nothing. */
function failedTrend({ exitCode, problem }: Fault): TrendDocument {
  return { ...emptyTrend(), status: "error", exitCode, errors: [problem], nextActions: [problem.hint] };
}
