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
import {
  isBinary,
  readIfThere,
  readUntracked,
  resolveBase,
  streamDiff,
  type BaseOptions,
  type DiffOptions,
  type Repository,
} from "@repo/coverage-io";

export interface Changes {
  /** In the order of their names. */
  readonly files: readonly ChangedFile[];
  /** null where a diff was handed in. */
  readonly base: DiffBase | null;
  readonly head: DiffHead | null;
}

/** @throws what resolving the base and reading the diff throw. */
export async function changesSince(repository: Repository, options: BaseOptions): Promise<Changes> {
  // git looks at every file for each of these: at once, where there are cores for it.
  const [{ base, changed }, untracked, head] = await Promise.all([
    changedSince(repository, options),
    readUntracked(repository),
    repository.head(),
  ]);
  // Attributes can call source code binary (`*.ts -diff`); what is text on disk is judged as text.
  const hidden = await textAmong(
    repository.root,
    changed.filter(({ kind }) => kind === "binary"),
  );
  // Both names of a file, so that a rename is still one.
  const asText = hidden.flatMap(({ file, oldFile }) => [file, ...(oldFile === null ? [] : [oldFile])]);
  const shown = hidden.length === 0 ? [] : await diffOf(repository, base.mergeBase, { asText });
  const onDisk = new Set<string>(untracked.map(({ file }) => file));
  // A file that was only taken out of the index is deleted to git, but its text is still there to be judged.
  const judged = [...changed.filter((file) => !hidden.includes(file)), ...shown];
  const tracked = judged.filter(({ file }) => !onDisk.has(file));
  return { files: [...tracked, ...untracked].sort((a, b) => byText(a.file, b.file)), base, head };
}

async function changedSince(repository: Repository, options: BaseOptions): Promise<{ base: DiffBase; changed: ChangedFile[] }> {
  const base = await resolveBase(repository, options);
  return { base, changed: await diffOf(repository, base.mergeBase) };
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
  const files = parseUnifiedDiff(bytes);
  return { files: [...files].sort((a, b) => byText(a.file, b.file)), base: null, head: null };
}
