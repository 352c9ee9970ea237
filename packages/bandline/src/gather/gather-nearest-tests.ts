/** For each file that fails: the test to begin with. Only where no sibling test stands, other tests are read for what they import. */
import { join } from "node:path";
import {
  barrelsAbove,
  byDistance,
  createNearestTest,
  importsOf,
  isJavaScriptTest,
  type FilePolicy,
  type RepoPath,
} from "@repo/coverage-core";
import { readIfThere } from "@repo/coverage-io";

/** Tests that are read for one file at most, the nearest first: an answer is a help, and has to come soon. */
const MOST_READ = 300;

/** What a JavaScript test can import. */
const IMPORTABLE = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;

interface Failing {
  readonly file: RepoPath;
  readonly policy: FilePolicy;
}

/** What one file imports. With a `word`, a file that does not hold it is not parsed. */
type ImportsIn = (file: RepoPath, word?: string) => Promise<ReadonlySet<RepoPath>>;

/** @param files every file of the repository. @returns by failing file its test; files without one are absent. */
export async function gatherNearestTests(
  root: string,
  files: readonly RepoPath[],
  failing: readonly Failing[],
): Promise<Map<RepoPath, RepoPath>> {
  const nearest = new Map<RepoPath, RepoPath>();
  if (failing.length === 0) return nearest;
  const siblingOf = createNearestTest(files);
  const known = new Set<string>(files);
  const tests = files.filter(isJavaScriptTest);

  const importsIn = createImportReader(root, known);
  for (const { file, policy } of failing) {
    const folder = policy.package?.manifest?.root ?? policy.package?.folder ?? "";
    const test = siblingOf(file) ?? (IMPORTABLE.test(file) ? await importingTest(file, { tests, known, folder }, importsIn) : undefined);
    if (test !== undefined) nearest.set(file, test);
  }
  return nearest;
}

interface Around {
  /** Of the whole repository. */
  readonly tests: readonly RepoPath[];
  readonly known: ReadonlySet<string>;
  /** The package's. */
  readonly folder: string;
}

/** The nearest that imports the file itself, else the nearest that imports an index file that hands it on. */
async function importingTest(file: RepoPath, { tests, known, folder }: Around, importsIn: ImportsIn): Promise<RepoPath | undefined> {
  const near = byDistance(file, tests, folder).slice(0, MOST_READ);
  return (
    (await firstThatImports(new Set([file]), near, (test) => importsIn(test, wordOf(file)))) ??
    (await firstThatImports(await handingOn(file, barrelsAbove(file, known, folder), importsIn), near, importsIn))
  );
}

async function firstThatImports(
  wanted: ReadonlySet<RepoPath>,
  tests: readonly RepoPath[],
  importsIn: ImportsIn,
): Promise<RepoPath | undefined> {
  if (wanted.size === 0) return undefined;
  for (const test of tests) {
    const imported = await importsIn(test);
    if ([...wanted].some((each) => imported.has(each))) return test;
  }
  return undefined;
}

/** Index files that import the file, or one below them that does. */
async function handingOn(file: RepoPath, barrels: readonly RepoPath[], importsIn: ImportsIn): Promise<Set<RepoPath>> {
  const found = new Set<RepoPath>();
  for (const barrel of barrels) {
    const imported = await importsIn(barrel);
    if (imported.has(file) || [...found].some((each) => imported.has(each))) found.add(barrel);
  }
  return found;
}

/** Each file is parsed once. */
function createImportReader(root: string, known: ReadonlySet<string>): ImportsIn {
  const read = new Map<RepoPath, ReadonlySet<RepoPath>>();
  return async (file, word) => {
    const before = read.get(file);
    if (before !== undefined) return before;
    const text = (await readIfThere(join(root, file)))?.toString("utf8") ?? "";
    if (word !== undefined && !text.includes(word)) return NOTHING;
    const imports = importsOf(file, text, known);
    read.set(file, imports);
    return imports;
  };
}

const NOTHING: ReadonlySet<RepoPath> = new Set();

/** A word that every specifier of the file holds; none for an index file, which is also imported as its folder or as `..`. */
function wordOf(file: RepoPath): string | undefined {
  const [name = ""] = (file.split("/").at(-1) ?? "").split(".");
  return name === "index" ? undefined : name;
}
