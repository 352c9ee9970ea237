import type { RepoPath } from "../path/repo-path.js";

/** What kind of thing changed; only `text` has lines to cover. */
export type ChangeKind = "text" | "binary" | "symlink" | "submodule" | "mode" | "deleted";

/** A run of lines that differ. A start whose count is 0 is the line before which the other side has more. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/** One file of the diff. `lines` are the added or changed lines of the new side: 1-based, ascending, without duplicates; empty where the change only deletes. */
export interface ChangedFile {
  readonly file: RepoPath;
  /** The old path; null where the file is new. */
  readonly oldFile: RepoPath | null;
  readonly kind: ChangeKind;
  readonly lines: readonly number[];
  /** Without context lines, ascending. */
  readonly hunks: readonly Hunk[];
}
