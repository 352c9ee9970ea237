/** Tests that a change skips, deletes or takes assertions from. */
import type { ChangedFile } from "../diff/model.js";
import { normalisePath, type RepoPath } from "../path/repo-path.js";
import { commentsOf, onChangedLines, reasonNear, type CommentText } from "./comments.js";
import type { GuardFinding, GuardInput } from "./model.js";
import { addedTo } from "./multiset.js";
import { isTestFile, testsOf, type TestCase, type TestFacts } from "./tests-of.js";

interface ChangedTest {
  readonly change: ChangedFile;
  readonly before: TestFacts;
  readonly now: TestFacts;
  readonly comments: readonly CommentText[];
}

const NONE: TestFacts = { tests: [], skips: [], imports: [] };

/** A test that moved to another file of the same change is not deleted. */
export function changedTests(input: GuardInput): GuardFinding[] {
  const files = input.changes
    .filter(({ file, oldFile, kind }) => (kind === "text" || kind === "deleted") && (isTestFile(file) || isTestFile(oldFile ?? "")))
    .map((change) => read(change, input));
  const added = files.flatMap(({ before, now }) => addedTo(before.tests, now.tests, ({ title }) => title).map(({ title }) => title));
  return files.flatMap((test) => [...skipped(test), ...deleted(test, added, input.changes), ...weakened(test, input.changes)]);
}

function read(change: ChangedFile, { textOf, baseTextOf }: GuardInput): ChangedTest {
  const text = change.kind === "deleted" || !isTestFile(change.file) ? undefined : textOf(change.file);
  const oldFile = change.oldFile ?? change.file;
  const baseText = change.oldFile === null ? undefined : baseTextOf(oldFile);
  return {
    change,
    before: baseText === undefined ? NONE : testsOf(oldFile, baseText),
    now: text === undefined ? NONE : testsOf(change.file, text),
    comments: text === undefined ? [] : commentsOf(change.file, text),
  };
}

function skipped({ change, before, now, comments }: ChangedTest): GuardFinding[] {
  const added =
    before === NONE ? onChangedLines(now.skips, change) : addedTo(before.skips, now.skips, ({ title, word }) => `${word} ${title}`);
  return added.map(({ title, line, word }) => ({
    kind: "test-skipped",
    file: change.file,
    line,
    detail: `.${word} on "${title}"`,
    reason: reasonNear(comments, [line - 1, line]),
  }));
}

/** Counted, so that a test under a new title is not a deleted one; a title that turned up in another file has moved. */
function deleted(
  { change, before, now, comments }: ChangedTest,
  added: readonly string[],
  changes: readonly ChangedFile[],
): GuardFinding[] {
  if (isSubjectGone(change, changes)) return [];
  const gone = addedTo(now.tests, before.tests, ({ title }) => title);
  const [moved, missing] = [gone.filter(({ title }) => added.includes(title)), gone.filter(({ title }) => !added.includes(title))];
  const fewer = cases(before.tests) - cases(moved) - cases(now.tests);
  if (fewer <= 0) return [];
  const titles = missing.map(({ title }) => `"${title}"`).join(", ");
  const detail = `${fewer} ${fewer === 1 ? "case" : "cases"} fewer${titles === "" ? "" : `; gone: ${titles}`}`;
  return [{ kind: "test-deleted", file: change.file, line: null, detail, reason: reasonNear(comments, change.lines) }];
}

function weakened({ change, before, now, comments }: ChangedTest, changes: readonly ChangedFile[]): GuardFinding[] {
  if (isSubjectChanged(change.file, now, changes)) return [];
  return now.tests.flatMap((test) => {
    const [old, ...more] = before.tests.filter(({ title }) => title === test.title);
    if (old === undefined || more.length > 0 || test.assertions >= old.assertions) return [];
    return [
      {
        kind: "assertion-removed" as const,
        file: change.file,
        line: test.line,
        detail: `"${test.title}" had ${old.assertions} assertions and has ${test.assertions}`,
        reason: reasonNear(comments, [test.line - 1, ...change.lines]),
      },
    ];
  });
}

function cases(tests: readonly TestCase[]): number {
  return tests.reduce((sum, test) => sum + test.cases, 0);
}

/** `a/b.test.ts` tests `a/b`. */
function stemOf(file: string): string {
  return file
    .replace(/(?:\.(?:test|spec))?\.[cm]?[jt]sx?$/, "")
    .replace(/(^|\/)test_([^/]*)\.py$/, "$1$2")
    .replace(/(?:_test)?\.(?:py|go)$/, "");
}

function isSubjectGone({ file, oldFile }: ChangedFile, changes: readonly ChangedFile[]): boolean {
  const stem = stemOf(oldFile ?? file);
  return changes.some((change) => change.kind === "deleted" && !isTestFile(change.file) && stemOf(change.file) === stem);
}

function isSubjectChanged(file: RepoPath, { imports }: TestFacts, changes: readonly ChangedFile[]): boolean {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const stems = new Set([stemOf(file), ...imports.map((specifier) => stemOf(normalisePath(`${folder}${specifier}`)))]);
  return changes.some((change) => !isTestFile(change.file) && stems.has(stemOf(change.file)));
}
