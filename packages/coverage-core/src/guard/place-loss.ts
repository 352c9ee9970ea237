import type { GuardKind } from "../contract/names.js";
import type { ChangedFile } from "../diff/model.js";
import type { RepoPath } from "../path/repo-path.js";
import { commentsOf, reasonNear } from "./comments.js";
import type { GuardFinding, GuardInput } from "./model.js";

/** A promise of a manifest or of a tool's configuration that is kept no longer. */
export interface SettingLoss {
  readonly kind: GuardKind;
  readonly file: RepoPath;
  readonly detail: string;
  /** A word that stands on the line in question, if the line is still there. */
  readonly word: string;
}

/** @returns the loss at its line, with the reason that a comment on it, or above it, gives. */
export function placeLoss({ kind, file, detail, word }: SettingLoss, { changes, textOf }: GuardInput): GuardFinding {
  const text = textOf(file) ?? "";
  const line = lineOf(
    word,
    text,
    changes.find((change) => change.file === file),
  );
  const reason = reasonNear(commentsOf(file, text), line === null ? [] : [line - 1, line]);
  return { kind, file, line, detail, reason: reason === null || isScript(file) ? reason : reason.replace(/",?$/, "") };
}

/** JSON has no comments: a reason stands in a text, as in `"//": "why -- reason",`. */
function isScript(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}

function lineOf(word: string, text: string, change: ChangedFile | undefined): number | null {
  const lines = text.split("\n");
  return change?.lines.find((line) => lines[line - 1]?.includes(word)) ?? change?.lines[0] ?? null;
}
