/** What a file was, commit by commit: two processes of git for all of it, however long it is. */
import type { RepoPath } from "@repo/coverage-core";
import { spawnGit } from "./spawn-git.js";
import { streamBlobs } from "./stream-blobs.js";

/** One commit that left the file with another text. */
export interface HistoryEntry<T> {
  readonly commit: string;
  /** The first line of its message. */
  readonly subject: string;
  /** When it was committed, as `2026-05-13T12:00:00.000Z`. */
  readonly at: string;
  /** What the file was called then. */
  readonly path: RepoPath;
  /** What became of the text; undefined where git does not have it. */
  readonly value: T | undefined;
}

export interface FileHistory<T> {
  /** Oldest first, as the commits stand one behind the other, whatever their dates say. */
  readonly entries: readonly HistoryEntry<T>[];
  /** Whether the file is there in the end. */
  readonly isThere: boolean;
}

/** Every option that a user's configuration could turn, turned the way the parser reads it. */
const LOG = [
  ...["-c", "log.diffMerges=first-parent", "--literal-pathspecs", "log", "-z", "--raw", "--no-abbrev", "--no-show-signature"],
  ...["--no-color", "--no-relative", "--encoding=UTF-8", "--format=%x01%H%x00%s%x00%ct"],
];

/**
 * The line of first parents: what the git branch itself was, point by point. What a side branch had in between is not on it; its merge is,
 * where that changed the file. `--follow` finds the file under earlier names, and before it was deleted for a while.
 * @param commit where the history ends.
 * @param parse is given each text once, while git sends the next; it must not throw.
 */
export async function readHistory<T>(root: string, commit: string, path: RepoPath, parse: (text: string) => T): Promise<FileHistory<T>> {
  const chunks: Buffer[] = [];
  const args = [...LOG, "-m", "--first-parent", "--follow", commit, "--", path];
  await spawnGit(root, { args, onChunk: (chunk) => void chunks.push(chunk) });
  const changes = changesIn(Buffer.concat(chunks).toString("utf8"));
  const written = changes.filter(({ blob }) => blob !== null);
  const values = new Map<string, T>();
  await streamBlobs(root, [...new Set(written.map(({ blob }) => blob as string))], (blob, text) => void values.set(blob, parse(text)));
  return {
    entries: written.map(({ blob, ...entry }) => ({ ...entry, value: values.get(blob as string) })).toReversed(),
    isThere: changes[0]?.blob != null,
  };
}

interface Change extends Omit<HistoryEntry<never>, "value"> {
  /** null where the commit deleted the file. */
  readonly blob: string | null;
}

/** `:mode mode id id status`, and then one name, or two of a rename. Source: git-diff-tree(1), "raw output format". */
const RAW = /^\n?:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;

/** @returns newest first; not those that changed the mode or the name alone. */
function changesIn(log: string): Change[] {
  const changes: Change[] = [];
  const words = log.split("\0");
  let commit = { commit: "", subject: "", at: "" };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word.startsWith("\u0001")) {
      commit = { commit: word.slice(1), subject: words[at + 1] as string, at: new Date(Number(words[at + 2]) * 1000).toISOString() };
      at += 2;
    }
    const [, before, after, status] = RAW.exec(word) ?? [];
    if (after === undefined || before === after) continue;
    const isNamedTwice = status === "R" || status === "C";
    changes.push({ ...commit, path: words[at + (isNamedTwice ? 2 : 1)] as RepoPath, blob: /^0+$/.test(after) ? null : after });
  }
  return changes;
}
