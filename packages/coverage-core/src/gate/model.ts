import type { HitKind } from "../contract/names.js";
import type { FilePolicy } from "../policy/file-policy.js";
import type { RepoPath } from "../path/repo-path.js";
import type { SourceFacts } from "../source/analyse-source.js";

/** Was the report made from the text that is on disk now? `unknown` where nobody recorded it. */
export type Freshness = "fresh" | "stale" | "unknown";

/** The changed file as it is on disk. */
export interface SourceState {
  readonly text: string;
  /** null for languages that are not parsed, and where the text has a syntax error. May be a getter that parses when it is first read. */
  readonly facts: SourceFacts | null;
  readonly freshness: Freshness;
}

/** One line that fails the gate. */
export interface Gap {
  readonly line: number;
  readonly kind: HitKind;
  /** Arms that were never taken, for `partial-branch`. */
  readonly arms: readonly string[];
}

/** Neighbouring gaps of one kind in one function. */
export interface GapRange {
  readonly kind: HitKind;
  readonly lines: readonly number[];
  readonly function: { readonly name: string; readonly line: number } | null;
  readonly arms: readonly { readonly line: number; readonly arm: string }[];
}

/** A changed line that can run: how often it did, and the arms that begin on it. */
export interface LineVerdict {
  readonly line: number;
  readonly hits: number;
  readonly branches: { readonly total: number; readonly taken: number };
}

export interface FileVerdict {
  readonly file: RepoPath;
  readonly policy: FilePolicy;
  readonly status: "pass" | "fail" | "error";
  readonly changedLines: number;
  readonly executableLines: number;
  readonly coveredLines: number;
  readonly branches: { readonly total: number; readonly taken: number };
  /** The changed lines that can run, in the order of the change. */
  readonly lines: readonly LineVerdict[];
  readonly ranges: readonly GapRange[];
}

export interface DiffVerdict {
  readonly status: "pass" | "fail" | "error";
  readonly reason: "empty-diff" | "only-exempt" | "no-executable-lines" | null;
  readonly filesChanged: number;
  /** Files that were judged, in the order of their names. */
  readonly files: readonly FileVerdict[];
}
