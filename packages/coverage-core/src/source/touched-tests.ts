import type { ChangedFile } from "../diff/model.js";
import { TEST } from "./nearest-test.js";

const MOST_TESTS = 3;

/**
 * Names the tests of a change that may have taken a file's coverage away: `a.test.ts deleted`; empty where no test changed.
 * The file's own test wins, which lies beside it or is called like it; else every test of the change may be the one.
 */
export function createTouchedTests(changes: readonly ChangedFile[]): (file: string) => string {
  const tests: ChangedFile[] = [];
  const byName = new Map<string, ChangedFile[]>();
  for (const change of changes) {
    const subject = TEST.exec(change.oldFile ?? change.file)?.[1];
    if (subject === undefined) continue;
    tests.push(change);
    byName.set(nameOf(subject), [...(byName.get(nameOf(subject)) ?? []), change]);
  }
  const all = said(tests);
  return (file) => {
    const own = byName.get(nameOf(file.replace(/\.[^./]+$/, "")));
    return own === undefined ? all : said(own);
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function said(tests: readonly ChangedFile[]): string {
  const shown = tests.slice(0, MOST_TESTS).map(({ file, kind }) => `${file} ${kind === "deleted" ? "deleted" : "changed"}`);
  const rest = tests.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more tests`] : [])].join(", ");
}
