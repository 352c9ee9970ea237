/** `coverage:domains`: where each domain of a feature stands, and what brings it to its target. */
import { EXIT, type DomainsDocument } from "@repo/coverage-core";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { parseArgs, printHelp } from "./command/parse-args.js";
import { assertFit, defineDomains, type DomainsFlags } from "./domains/parse-flags.js";

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runDomains(argv: readonly string[], io: Io): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: DomainsFlags = {};
  try {
    const parsed = parseArgs<DomainsFlags>("coverage:domains", argv, defineDomains);
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    assertFit(flags);
    const { measureDomains } = await import("./domains/measure-domains.js");
    return await print(io, flags, await measureDomains(flags, io));
  } catch (error) {
    const { failedDomains, faultOf } = await import("./domains/answer.js");
    return print(io, flags, failedDomains(faultOf(error)));
  }
}

async function print(io: Io, { format = [], json = false, exitZero = false }: DomainsFlags, document: DomainsDocument): Promise<number> {
  const { REPORTERS, deliver, failedDomains } = await import("./domains/answer.js");
  const code = await deliver(io, { document, failed: failedDomains, reporters: REPORTERS, formats: format, quiet: json });
  return exitZero && code === EXIT.gateFailed ? EXIT.pass : code;
}
