/** One diff: from the merge base to the files on disk, or a diff that was handed in. */
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { byText, createDiffParser, parseUnifiedDiff, type ChangedFile, type DiffBase, type DiffHead } from "@repo/coverage-core";
import { readReport, readUntracked, resolveBase, streamDiff, type BaseOptions, type Repository } from "@repo/coverage-io";

export interface Changes {
  /** In the order of their names. */
  readonly files: readonly ChangedFile[];
  /** null where a diff was handed in. */
  readonly base: DiffBase | null;
  readonly head: DiffHead | null;
}

/** @throws what resolving the base and reading the diff throw. */
export async function changesSince(repository: Repository, options: BaseOptions): Promise<Changes> {
  const base = await resolveBase(repository, options);
  const parser = createDiffParser();
  await streamDiff(repository, base.mergeBase, parser.push);
  const untracked = await readUntracked(repository);
  const onDisk = new Set<string>(untracked.map(({ file }) => file));
  // A file that was only taken out of the index is deleted to git, but its text is still there to be judged.
  const tracked = parser.end().filter(({ file }) => !onDisk.has(file));
  return { files: [...tracked, ...untracked].sort((a, b) => byText(a.file, b.file)), base, head: await repository.head() };
}

/** @param file a path relative to `cwd`, or `-` for standard input. */
export async function changesOfDiffFile(file: string, cwd: string, stdin: NodeJS.ReadableStream): Promise<Changes> {
  const bytes = file === "-" ? await buffer(stdin) : await readReport(resolve(cwd, file));
  const files = parseUnifiedDiff(bytes);
  return { files: [...files].sort((a, b) => byText(a.file, b.file)), base: null, head: null };
}
