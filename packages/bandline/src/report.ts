/** `coverage:report`: everything that is known of the repository's tests, as one page for people, and badges. It judges nothing. */
import { createHash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import { EXIT, renderJson, schemaId, type ReportDocument } from "@repo/coverage-core";
import { renderHumanReport, renderPage, type Page } from "@repo/coverage-core/page";
import { writeAtomically } from "@repo/coverage-io";
import { deliver, parseFormat, type FormatRequest } from "./command/formats.js";
import { endQuietlyOnClosedPipe, type Io } from "./command/io.js";
import { collect, parseArgs, printHelp, usageError } from "./command/parse-args.js";
import { faultOf, type Fault } from "./command/to-problem.js";
import { gatherPage } from "./page/gather-page.js";
import { pageBadges } from "./page/page-badges.js";

interface ReportFlags {
  readonly html?: string;
  readonly badges?: string;
  readonly base?: string;
  readonly input?: readonly string[];
  readonly mutate?: string;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly format?: readonly FormatRequest[];
}

const REPORTERS = { json: renderJson, human: renderHumanReport };

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runReport(argv: readonly string[], io: Io): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: ReportFlags = {};
  try {
    const parsed = parseArgs<ReportFlags>("coverage:report", argv, (command) =>
      command
        .description("Write one HTML page of everything that is known of the repository's tests, and badges.")
        .option("--html <file>", "where the page is written")
        .option("--badges <dir>", "where lines.svg, branches.svg and mutation.svg are written")
        .option("--base <ref>", "what the change is compared with (default: as coverage:diff)")
        .option("--input <file|glob>", "a report; repeatable; default: the reports of every package", collect(String))
        .option("--mutate <file>", "a document of mutate (default: coverage/mutation.json)")
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "no summary for people on stderr")
        .option("--format <name[=file]>", "json or human; repeatable", collect(parseFormat)),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    return await print(io, flags, await report(flags, io));
  } catch (error) {
    return print(io, flags, failedReport(faultOf(error)));
  }
}

function print(io: Io, { format = [], json = false }: ReportFlags, document: ReportDocument): Promise<number> {
  return deliver(io, { document, failed: failedReport, reporters: REPORTERS, formats: format, quiet: json });
}

/** @throws what gathering and writing throw; nothing is written before everything is rendered. */
async function report(flags: ReportFlags, io: Io): Promise<ReportDocument> {
  const { html, badges, base, mutate, input = [] } = flags;
  if (html === undefined && badges === undefined) {
    throw usageError("coverage:report", "there is nothing to write: it needs --html FILE, --badges DIR or both");
  }
  const page = await gatherPage({
    cwd: resolve(io.cwd, flags.cwd ?? "."),
    io,
    inputs: input,
    base,
    mutate,
    madeAt: new Date().toISOString(),
  });
  const files = [
    ...(html === undefined ? [] : [{ kind: "html" as const, path: resolve(io.cwd, html), text: await renderPage(page, sha256) }]),
    ...(badges === undefined
      ? []
      : [...pageBadges(page)].map(([name, text]) => ({ kind: "badge" as const, path: join(resolve(io.cwd, badges), name), text }))),
  ];
  for (const { path, text } of files) await writeAtomically(path, text);
  const warnings = page.notices.map(({ code, message }) => ({ code, message }));
  return {
    ...emptyReport(),
    written: files.map(({ kind, path, text }) => ({ kind, file: relative(io.cwd, path), bytes: Buffer.byteLength(text) })),
    sections: sectionsOf(page),
    nextActions: [...new Set(page.notices.flatMap(({ hint }) => hint ?? []))],
    warnings,
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

function sectionsOf(page: Page): ReportDocument["sections"] {
  const others = (["change", "trend", "domains", "mutants", "tests"] as const).map((name) => {
    const { missing } = page[name];
    return { name, hasData: missing === null, why: missing?.why ?? null };
  });
  return [{ name: "coverage", hasData: true, why: null }, ...others];
}

function emptyReport(): ReportDocument {
  return {
    $schema: schemaId("coverage-report"),
    schemaVersion: "1.0",
    status: "pass",
    exitCode: EXIT.pass,
    written: [],
    sections: [],
    nextActions: [],
    warnings: [],
    errors: [],
  };
}

/** The document of a run that came to nothing. */
function failedReport({ exitCode, problem }: Fault): ReportDocument {
  return { ...emptyReport(), status: "error", exitCode, nextActions: [problem.hint], errors: [problem] };
}
