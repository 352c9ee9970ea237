/** What the page shows: one plain object, put together by whoever has read it all. */
import type { CoverageBand } from "@repo/core-shared/conformance/coverage";
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import type { DomainsDocument } from "../../contract/domains.js";
import type { MutantCounts } from "../../contract/mutate.js";
import type { Totals } from "../../contract/summary.js";
import type { TrendDocument, TrendMove } from "../../contract/trend.js";
import type { SingleTest } from "../../tests/single-tests.js";
import type { TestFacts } from "../../tests/test-facts.js";

/** A part of the page: what it shows, or why there is nothing, and the command that would bring it; null where none would. */
export type Section<T> =
  | { readonly data: T; readonly missing: null }
  | { readonly data: null; readonly missing: { readonly why: string; readonly next: string | null } };

/** Counts against the band that holds for them; null where none is declared. */
export interface Figures {
  readonly totals: Totals;
  readonly band: CoverageBand | null;
}

export interface PageLayer extends Figures {
  readonly name: string;
}

export interface PageFile {
  readonly file: string;
  readonly layer: string;
  /** That of the layer. */
  readonly band: CoverageBand;
  readonly totals: Totals;
  /** Whether its figures are of another text than the one on disk. */
  readonly isStale: boolean;
  /** The rule by which it need not be covered; null where it has to be. */
  readonly exempt: string | null;
}

export interface PagePackage extends Figures {
  readonly name: string;
  readonly layers: readonly PageLayer[];
  readonly tests: TestFacts | null;
  readonly files: readonly PageFile[];
}

export interface PageChange {
  readonly document: CoverageDiffDocument;
  /** By file: the whole text, for the lines around a range. A file that cannot be read is not in it. */
  readonly sources: ReadonlyMap<string, string>;
}

export type PageMove = Pick<TrendMove, "scope" | "package" | "name" | "metric" | "points" | "commit" | "at">;

/** Of the document what is shown. */
export interface PageTrend extends Pick<TrendDocument, "points" | "breaks"> {
  /** Largest first. */
  readonly moves: readonly PageMove[];
}

export type PageDomains = Pick<DomainsDocument, "metric" | "domains">;

export interface PageMutationPackage {
  readonly name: string;
  readonly score: number | null;
  readonly threshold: number;
  readonly counts: MutantCounts;
}

/** A mutant that no test noticed. Where only its key is committed, nobody knows its text: then `mutant` is null. */
export interface PageSurvivor {
  readonly key: string;
  readonly package: string;
  readonly file: string;
  /** Whether the file has changed since: then the lines may be others. */
  readonly isOld: boolean;
  readonly mutant: {
    readonly line: number;
    readonly mutator: string;
    readonly original: string;
    readonly replacement: string;
    readonly status: string;
    readonly hint: string | null;
  } | null;
}

export interface PageMutants {
  /** Where the scores are from, in words. */
  readonly from: string;
  readonly packages: readonly PageMutationPackage[];
  readonly survivors: readonly PageSurvivor[];
}

export interface PageTests {
  readonly total: TestFacts;
  /** In any order; the slowest are chosen from them. */
  readonly each: readonly (SingleTest & { readonly package: string })[];
}

export interface PageNotice {
  readonly level: "error" | "warning";
  /** What it speaks of: `coverage`, `change`, `mutants`, … */
  readonly about: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export interface Page {
  /** The repository's. */
  readonly name: string;
  readonly commit: string | null;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly provider: string | null;
  readonly reports: readonly string[];
  readonly repo: Figures;
  /** By name. */
  readonly packages: readonly PagePackage[];
  readonly change: Section<PageChange>;
  readonly trend: Section<PageTrend>;
  readonly domains: Section<PageDomains>;
  readonly mutants: Section<PageMutants>;
  readonly tests: Section<PageTests>;
  readonly notices: readonly PageNotice[];
}
