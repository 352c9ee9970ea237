/** One diff: from the merge base to the files on disk, or a diff that was handed in. */
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import {
  BandlineError,
  EXIT,
  byText,
  createDiffParser,
  parseUnifiedDiff,
  type ChangedFile,
  type DiffBase,
  type DiffHead,
} from "@repo/coverage-core";
import { isBinary, readIfThere, readUntracked, streamDiff, type DiffOptions, type Repository } from "@repo/coverage-io";

export interface Changes {
  /** In the order of their names. */
  readonly files: readonly ChangedFile[];
  /** The same files with every changed line, also those that differ in whitespace alone. */
  readonly whole: readonly ChangedFile[];
  /** null where a diff was handed in. */
  readonly base: DiffBase | null;
  readonly head: DiffHead | null;
}

export interface ChangesOptions {
  /** As `git diff -w`: lines that differ in whitespace alone are not changed lines. */
  readonly ignoreWhitespace?: boolean;
}

/** git is at work when this returns. @throws what reading the diff throws. */
export async function changesSince(repository: Repository, base: DiffBase, options: ChangesOptions): Promise<Changes> {
  // git looks at every file for each of these: at once, where there are cores for it.
  const [changed, untracked, head] = await Promise.all([diffOf(repository, base.mergeBase), readUntracked(repository), repository.head()]);
  const whole = await judgedChanges(repository, base, { changed, untracked });
  if (options.ignoreWhitespace !== true) return { files: whole, whole, base, head };
  const ignoring = { ignoreWhitespace: true };
  const rest = await judgedChanges(repository, base, { changed: await diffOf(repository, base.mergeBase, ignoring), untracked }, ignoring);
  return { files: withoutWhitespace(whole, rest), whole, base, head };
}

/** git leaves a file out that changed in whitespace alone. It did change: it stays in the list, without lines. */
function withoutWhitespace(whole: readonly ChangedFile[], rest: readonly ChangedFile[]): ChangedFile[] {
  const shown = new Map(rest.filter(({ kind }) => kind !== "deleted").map((each) => [each.file, each]));
  return whole.map((each) => {
    if (each.kind !== "text") return each;
    const { lines, hunks } = shown.get(each.file) ?? { lines: [], hunks: [] };
    return { ...each, lines, hunks };
  });
}

async function judgedChanges(
  repository: Repository,
  { mergeBase }: DiffBase,
  { changed, untracked }: { readonly changed: readonly ChangedFile[]; readonly untracked: readonly ChangedFile[] },
  options: DiffOptions = {},
): Promise<ChangedFile[]> {
  // Attributes can call source code binary (`*.ts -diff`); what is text on disk is judged as text.
  const hidden = await textAmong(
    repository.root,
    changed.filter(({ kind }) => kind === "binary"),
  );
  // Both names of a file, so that a rename is still one.
  const asText = hidden.flatMap(({ file, oldFile }) => [file, ...(oldFile === null ? [] : [oldFile])]);
  const shown = hidden.length === 0 ? [] : await diffOf(repository, mergeBase, { ...options, asText });
  const onDisk = new Set<string>(untracked.map(({ file }) => file));
  // A file that was only taken out of the index is deleted to git, but its text is still there to be judged.
  const judged = [...changed.filter((file) => !hidden.includes(file)), ...shown];
  const tracked = judged.filter(({ file }) => !onDisk.has(file));
  return [...tracked, ...untracked].sort((a, b) => byText(a.file, b.file));
}

async function diffOf(repository: Repository, from: string, options?: DiffOptions): Promise<ChangedFile[]> {
  const parser = createDiffParser();
  await streamDiff(repository, from, parser.push, options);
  return parser.end();
}

async function textAmong(root: string, files: readonly ChangedFile[]): Promise<ChangedFile[]> {
  const found: ChangedFile[] = [];
  for (const each of files) {
    const bytes = await readIfThere(join(root, each.file));
    if (bytes !== undefined && !isBinary(bytes)) found.push(each);
  }
  return found;
}

/** @param file a path relative to `cwd`, or `-` for standard input. @throws BandlineError DIFF_MISSING or DIFF_MALFORMED. */
export async function changesOfDiffFile(file: string, cwd: string, stdin: NodeJS.ReadableStream): Promise<Changes> {
  const bytes = file === "-" ? await buffer(stdin) : await readIfThere(resolve(cwd, file));
  if (bytes === undefined) {
    const hint = "git diff --merge-base main > FILE, or --diff-file - to read standard input";
    throw new BandlineError({ code: "DIFF_MISSING", message: `there is no diff at ${file}`, hint, exitCode: EXIT.data });
  }
  const files = parseUnifiedDiff(bytes).sort((a, b) => byText(a.file, b.file));
  return { files, whole: files, base: null, head: null };
}
