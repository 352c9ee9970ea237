/** Were the reports made from the sources that are here? An image may have none: then nobody can say, and nothing is said. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { reportFault } from "./conformance-error.js";
import { bytesOf, textOf } from "./read-file.js";

export interface FreshnessInput {
  /** The package's folder. */
  readonly root: string;
  /** Absolute. */
  readonly reports: readonly string[];
  /** What the reports speak of, by the path in the package. */
  readonly files: ReadonlySet<string>;
  readonly ownPath: (reported: string) => string | undefined;
  readonly isGated: (file: string) => boolean;
  readonly rerun: string;
}

/** `known`: files whose text is the one that was measured. `unknown`: the others, because they are not here or nobody recorded what was measured. */
export interface Freshness {
  readonly known: number;
  readonly unknown: number;
}

/** @throws FaultFound REPORT_STALE: a source is gone, was not measured, or is another text; SOURCES_MALFORMED. */
export function checkFreshness(input: FreshnessInput): Freshness {
  const { root, reports, files, isGated } = input;
  const gated = [...files].filter(isGated);
  const here = gated.filter((file) => existsSync(join(root, file)));
  if (here.length === 0) return { known: 0, unknown: gated.length };
  const gone = gated.find((file) => !here.includes(file));
  if (gone !== undefined) throw stale(input, `${gone} is gone`);
  const unmeasured = sourcesIn(root).find((file) => !files.has(file) && isGated(file));
  if (unmeasured !== undefined) throw stale(input, `${unmeasured} was not measured`);
  const recorded = new Map(reports.flatMap((report) => recordsBeside(report, input)));
  const known = here.filter((file) => {
    const blob = recorded.get(file);
    if (blob === undefined) return false;
    if (blob === null) throw stale(input, `${file} changed while its tests ran`);
    if (blob !== blobIdOf(bytesOf(join(root, file)) ?? GONE)) throw stale(input, `${file} changed since`);
    return true;
  });
  return { known: known.length, unknown: gated.length - known.length };
}

function stale({ reports, rerun }: FreshnessInput, why: string): Error {
  return reportFault("REPORT_STALE", `${reports.join(", ")}: the report was made from other sources: ${why}`, rerun);
}

/** The sources that core-testing's preset measures. */
function sourcesIn(root: string): string[] {
  const src = join(root, "src");
  if (!existsSync(src)) return [];
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).map((file) => `src/${file.split(sep).join("/")}`);
  return files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).sort();
}

/** What core-testing's reporter wrote beside a report: the git blob id of each text, null where it changed meanwhile. */
function recordsBeside(report: string, { ownPath, rerun }: FreshnessInput): (readonly [string, string | null])[] {
  const path = join(dirname(report), "sources.json");
  const text = textOf(path);
  if (text === undefined) return [];
  const sources = sourcesOf(text);
  if (sources === undefined) throw reportFault("SOURCES_MALFORMED", `${path} is no record of measured sources`, rerun);
  return Object.entries(sources).flatMap(([reported, { blob, by }]) => {
    const own = ownPath(reported);
    // What coverage:aggregate adds is the text that it saw, which may be a later one.
    return own === undefined || by !== undefined ? [] : [[own, blob] as const];
  });
}

type Sources = Readonly<Record<string, { readonly blob: string | null; readonly by?: unknown }>>;

function sourcesOf(text: string): Sources | undefined {
  try {
    const { sources } = JSON.parse(text) as { readonly sources?: unknown };
    const isRecord = typeof sources === "object" && sources !== null;
    return isRecord && Object.values(sources).every(isRecordOfBlob) ? (sources as Sources) : undefined;
  } catch {
    return undefined;
  }
}

function isRecordOfBlob(value: unknown): boolean {
  const { blob } = (value ?? {}) as { readonly blob?: unknown };
  return blob === null || typeof blob === "string";
}

/** As git names a text. */
function blobIdOf(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

/** A file that is deleted while it is looked at is no longer the text that was measured. */
const GONE = new Uint8Array();
