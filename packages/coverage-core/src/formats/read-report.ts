/** Reports that are not lcov → FileCoverage. Each reader, and the libraries behind it, is loaded when a report needs it. */
import type { Notice } from "../failure.js";
import type { FileCoverage } from "../lcov/model.js";
import { pctOf, type Counts } from "../percent.js";
import type { StatedCounts } from "../summary/tally.js";
import { decodeText } from "./decode-text.js";
import { NOTATIONS, jsonFormat, notationOf, xmlFormat, type Notation } from "./detect-format.js";
import { REPORT_FORMATS, reportError, shown, type OtherFormat, type ReadFiles, type ReportContext } from "./model.js";

/** One report as it was read. Paths are the report's own. */
export interface ParsedReport extends Required<ReadFiles> {
  readonly format: OtherFormat;
  /** What measured: `v8` or `istanbul` where the report is istanbul's, else the name of the format. */
  readonly provider: string;
  /** coverage.py's own figure, of lines and arms together; null for every other format. */
  readonly percentCovered: number | null;
}

/**
 * @param name the report's path, for errors.
 * @param warn receives what was mended on the way, as for lcov.
 * @param formatIn the format, where it is not to be recognised.
 * @throws BandlineError REPORT_EMPTY, REPORT_UNKNOWN, REPORT_TRUNCATED, REPORT_MALFORMED or REPORT_TOO_LARGE: all exit 3.
 */
export async function readReportBytes(
  bytes: Uint8Array,
  name: string,
  warn: (notice: Notice) => void,
  formatIn?: OtherFormat,
): Promise<ParsedReport> {
  const text = decodeText(bytes, name);
  const notation = notationOf(text);
  if (notation === undefined || (formatIn !== undefined && !NOTATIONS[formatIn].includes(notation))) throw unknown(name, text, formatIn);
  const read = await READERS[notation](text, { name, warn }, formatIn);
  const { format, files, stated = new Map<string, StatedCounts>(), uncounted = new Map<string, number>(), roots = [] } = read;
  if (files.length === 0) throw reportError("REPORT_EMPTY", `${name} speaks of no file`);
  const provider = format === "istanbul" ? istanbulProvider(text) : format;
  return {
    format,
    provider,
    files,
    stated,
    uncounted,
    roots,
    percentCovered: format === "coverage-py" ? mixedPercent(files, stated) : null,
  };
}

type Read = ReadFiles & { readonly format: OtherFormat };

const READERS: Readonly<Record<Notation, (text: string, context: ReportContext, formatIn: OtherFormat | undefined) => Promise<Read>>> = {
  async coverprofile(text, context) {
    const { readGoCoverprofile } = await import("./go-coverprofile.js");
    return { format: "go-coverprofile", ...readGoCoverprofile(text, context) };
  },
  async json(text, context, formatIn) {
    const { parseJson } = await import("./json.js");
    const value = parseJson(text, context.name) as Readonly<Record<string, unknown>>;
    if (Object.keys(value).length === 0) throw reportError("REPORT_EMPTY", `${context.name} speaks of no file`);
    const format = formatIn ?? jsonFormat(value);
    switch (format) {
      case "istanbul":
        return { format, ...(await import("./istanbul.js")).readIstanbul(value, context) };
      case "coverage-py":
        return { format, ...(await import("./coverage-py.js")).readCoveragePy(value, context) };
      case "simplecov":
        return { format, ...(await import("./simplecov.js")).readSimplecov(value, context) };
      case "llvm-cov":
        return { format, ...(await import("./llvm-cov.js")).readLlvmCov(value, context) };
      default:
        throw unknown(context.name, text, format);
    }
  },
  async xml(text, context, formatIn) {
    const { parseXml } = await import("./xml.js");
    const root = parseXml(text, context.name);
    const found = xmlFormat(root, text);
    if (found === undefined || !isDialectOf(formatIn ?? found, found)) throw unknown(context.name, text, formatIn, `<${root.name}>`);
    const format = formatIn ?? found;
    switch (format) {
      case "jacoco":
        return { format, ...(await import("./jacoco.js")).readJacoco(root, context) };
      case "clover":
        return { format, ...(await import("./clover.js")).readClover(root, context) };
      default:
        return { format, ...(await import("./cobertura.js")).readCobertura(root, context) };
    }
  },
};

/** coverage.py's XML is Cobertura, whether or not it still has the comment that says so. */
function isDialectOf(asked: OtherFormat, found: OtherFormat): boolean {
  const plain = (format: OtherFormat) => (format === "coverage-py" ? "cobertura" : format);
  return plain(asked) === plain(found);
}

/**
 * istanbul's own instrumenter signs its data with a schema, and vitest takes that away.
 * Of the converters from v8, v8-to-istanbul says `all`, and ast-v8-to-istanbul `meta`.
 */
export function istanbulProvider(text: string): "istanbul" | "v8" {
  return !text.includes('"_coverageSchema"') && /"(?:all|meta)"\s*:/.test(text) ? "v8" : "istanbul";
}

function mixedPercent(files: readonly FileCoverage[], stated: ReadonlyMap<string, StatedCounts>): number | null {
  const counts = files.flatMap(({ file, lines, branches }) => [
    stated.get(file)?.statements ?? countsOf([...lines.values()]),
    stated.get(file)?.branches ?? countsOf(branches.map(({ taken }) => taken ?? 0)),
  ]);
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
  return pctOf(sum("covered"), sum("total"));
}

function countsOf(hits: readonly number[]): Counts {
  return { covered: hits.filter((count) => count > 0).length, total: hits.length };
}

function unknown(name: string, text: string, formatIn: OtherFormat | undefined, received = shown(text.trimStart())): Error {
  const expected = formatIn ?? `a report in one of the formats ${REPORT_FORMATS.join(", ")}`;
  return reportError(
    "REPORT_UNKNOWN",
    `${name}:1: expected ${expected}, received ${received}`,
    "correct the path, or say which format it is with --format-in",
  );
}
