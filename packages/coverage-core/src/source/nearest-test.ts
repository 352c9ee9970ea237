import { byText, type RepoPath } from "../path/repo-path.js";

/** The stem of a test's path is that of its subject's. */
export const TEST = /^(.*)\.(?:test|spec)\.[cm]?[jt]sx?$/;

export function isJavaScriptTest(file: string): boolean {
  return TEST.test(file);
}

/** Answers for one source file: the test that lies nearest to it, or null. */
export type NearestTestOf = (file: RepoPath) => RepoPath | null;

/** @param files every file of the repository. The sibling test wins, then one of the same name in `__tests__`. */
export function createNearestTest(files: readonly RepoPath[]): NearestTestOf {
  let tests: ReadonlyMap<string, RepoPath> | undefined;
  return (file) => {
    const byStem = (tests ??= testsByStem(files));
    const stem = file.replace(/\.[^./]+$/, "");
    const slash = stem.lastIndexOf("/") + 1;
    return byStem.get(stem) ?? byStem.get(`${stem.slice(0, slash)}__tests__/${stem.slice(slash)}`) ?? null;
  };
}

function testsByStem(files: readonly RepoPath[]): Map<string, RepoPath> {
  const byStem = new Map<string, RepoPath>();
  const tests = files.filter((file) => TEST.test(file));
  for (const file of tests.sort(byText)) {
    const stem = TEST.exec(file)?.[1];
    if (stem !== undefined && !byStem.has(stem)) byStem.set(stem, file);
  }
  return byStem;
}
