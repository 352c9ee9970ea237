/** Hints that tell a coverage or mutation tool to look away, added by a change. */
import type { ChangedFile } from "../diff/model.js";
import { commentsOf, onChangedLines, reasonIn, type CommentText } from "./comments.js";
import type { GuardFinding } from "./model.js";
import { addedTo } from "./multiset.js";

/** Sources: the documentation of vitest, c8, istanbul, node, Stryker, coverage.py, lcov, gcovr, Dart's coverage and PHPUnit. */
const HINTS: readonly RegExp[] = [
  /\b(?:v8|c8|istanbul)\s+ignore\s+(?!stop\b)\w+/i,
  /\bnode:coverage\s+(?:ignore|disable)\b/,
  /\bStryker\s+disable\b/,
  /\bpragma:\s*no\s*(?:cover|branch)\b/i,
  /\b(?:LCOV|GCOV|GCOVR)_EXCL_(?!STOP|BR_STOP)\w+/,
  /\bcoverage:ignore-(?:line|start|file)\b/,
  /@codeCoverageIgnore(?!End)\w*/,
];

interface Hint extends CommentText {
  readonly hint: string;
}

/** A hint that only moved is not new: hints are compared by their words, not by their place. Where the base is unknown, their place decides. */
export function addedHints(change: ChangedFile, text: string, baseText: string | undefined): GuardFinding[] {
  const now = hintsIn(change.file, text);
  const added = baseText === undefined ? onChangedLines(now, change) : addedTo(hintsIn(change.file, baseText), now, ({ hint }) => hint);
  return added.map(({ hint, line, text: comment }) => ({
    kind: "ignore-added",
    file: change.file,
    line,
    detail: hint,
    reason: reasonIn(comment),
  }));
}

/** Most files hold no such words anywhere, and are not parsed for their comments. */
export function mayHoldHints(text: string): boolean {
  return HINTS.some((each) => each.test(text));
}

function hintsIn(file: string, text: string): Hint[] {
  if (!mayHoldHints(text)) return [];
  return commentsOf(file, text).flatMap((comment) => {
    const hint = HINTS.map((each) => each.exec(comment.text)?.[0]).find((found) => found !== undefined);
    return hint === undefined ? [] : [{ ...comment, hint: hint.replace(/\s+/g, " ") }];
  });
}
