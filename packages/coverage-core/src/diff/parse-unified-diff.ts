/**
 * Unified diff bytes → ChangedFile[].
 * Hunks are read by the counts of their headers, so content that looks like a header (`+++ x`, `diff --git`) is content.
 */
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { asRepoPath } from "../path/repo-path.js";
import { namesOf, splitHeader, type StatedNames } from "./file-names.js";
import { createHunk, parseHunkHeader, takeHunkLine, type OpenHunk } from "./hunk.js";
import type { ChangeKind, ChangedFile, Hunk } from "./model.js";
import { unquotePath } from "./unquote-path.js";

export interface DiffParser {
  /** Bytes as they come; a line may be cut between two chunks. @throws BandlineError DIFF_MALFORMED with the line of the diff. */
  readonly push: (chunk: Uint8Array) => void;
  /** @returns the files in the diff's order. @throws BandlineError where the diff stops inside a hunk, or is no diff. */
  readonly end: () => ChangedFile[];
}

/** The whole text at once. */
export function parseUnifiedDiff(bytes: Uint8Array): ChangedFile[] {
  const parser = createDiffParser();
  parser.push(bytes);
  return parser.end();
}

interface OpenFile {
  readonly names: StatedNames;
  kind: ChangeKind;
  isNew: boolean;
  hasHunk: boolean;
  readonly lines: number[];
  readonly hunks: Hunk[];
}

/** What is being read, and where. */
interface State {
  readonly files: ChangedFile[];
  file: OpenFile | undefined;
  /** Stays until the next line that is not the hunk's. */
  hunk: OpenHunk | undefined;
  lineNumber: number;
  sawText: boolean;
}

const NEWLINE = 10;
const CR = 13;
const BACKSLASH = 92;
const SUBMODULE_MODE = "160000";
const SYMLINK_MODE = "120000";
/** A hunk's line behind its last one, but neither the next file's `--- ` nor the `-- ` above a mail's signature. */
const LEFT_OVER = /^[+ ]|^-(?!-- |- ?$)/;
/** Its hunks have a column for each parent; read as the diff of one, it would seem to change nothing. */
const COMBINED = /^diff --(?:cc|combined) /;

export function createDiffParser(): DiffParser {
  const state: State = { files: [], file: undefined, hunk: undefined, lineNumber: 0, sawText: false };
  // Joined where the line ends: joined at each chunk, a line of many megabytes would be copied again and again.
  let rest: Buffer[] = [];
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
        const tail = bytes.subarray(from, at);
        takeLine(state, rest.length === 0 ? tail : Buffer.concat([...rest, tail]));
        rest = [];
        from = at + 1;
      }
      // A copy: the caller may use the chunk's memory again.
      if (from < bytes.length) rest.push(Buffer.from(bytes.subarray(from)));
    },
    end() {
      if (rest.length > 0) takeLine(state, Buffer.concat(rest));
      if (state.hunk !== undefined && isOpen(state.hunk)) throw malformed(state, "the diff stops inside a hunk");
      closeFile(state);
      if (state.sawText && state.files.length === 0) throw malformed(state, "no file header was found");
      return state.files;
    },
  };
}

function takeLine(state: State, line: Buffer): void {
  state.lineNumber += 1;
  if (line.length > 0) state.sawText = true;
  const { hunk, file } = state;
  if (hunk !== undefined && file !== undefined && isOpen(hunk)) {
    const fault = takeHunkLine(hunk, line, file);
    if (fault !== undefined) throw malformed(state, fault);
  } else if (line[0] !== BACKSLASH) takeHeader(state, withoutCr(line).toString("latin1"));
}

function takeHeader(state: State, text: string): void {
  const { file } = state;
  if (state.hunk !== undefined && LEFT_OVER.test(text)) throw malformed(state, "the hunk is longer than its header says");
  closeHunk(state);
  if (COMBINED.test(text)) throw malformed(state, "this is the combined diff of a merge: compare two commits");
  if (text.startsWith("diff --git ")) openFile(state).names.header = splitHeader(text.slice(11));
  else if (text.startsWith("--- ")) (file === undefined || file.names.old !== undefined ? openFile(state) : file).names.old = text.slice(4);
  else if (text.startsWith("+++ ") && file !== undefined) file.names.new = text.slice(4);
  else if (text.startsWith("@@")) openHunk(state, text);
  // Behind its hunks a file has no more to say of itself: `Binary files a and b differ` is then another file of `diff -r`.
  else if (file?.hasHunk === false) takeExtended(file, text);
}

function openHunk(state: State, text: string): void {
  const header = parseHunkHeader(text);
  if (header === undefined) throw malformed(state, "a hunk has no header that can be read");
  if (state.file === undefined) throw malformed(state, "a hunk stands before any file");
  state.file.hasHunk = true;
  state.hunk = createHunk(header);
}

/** git's own lines between the header and the hunks. */
function takeExtended(file: OpenFile, text: string): void {
  const mode = /^(?:new file mode|old mode|new mode|deleted file mode|index [0-9a-f]+\.\.[0-9a-f]+) (\d{6})$/.exec(text)?.[1];
  if (mode === SUBMODULE_MODE) file.kind = "submodule";
  else if (mode === SYMLINK_MODE) file.kind = "symlink";
  if (text.startsWith("new file mode")) file.isNew = true;
  else if (text.startsWith("deleted file mode")) file.kind = "deleted";
  else if (text.startsWith("new mode") && file.kind === "text") file.kind = "mode";
  else if (/^Binary files .* differ$/.test(text) || text === "GIT binary patch") file.kind = file.kind === "deleted" ? "deleted" : "binary";
  const [, side, name = ""] = /^(?:rename|copy) (from|to) (.*)$/.exec(text) ?? [];
  const unquoted = unquotePath(name);
  if (side !== undefined && unquoted !== undefined) file.names.renamed = { ...file.names.renamed, [side]: unquoted };
}

function openFile(state: State): OpenFile {
  closeFile(state);
  const names: StatedNames = { header: {}, renamed: {}, old: undefined, new: undefined };
  state.file = { names, kind: "text", isNew: false, hasHunk: false, lines: [], hunks: [] };
  return state.file;
}

function closeFile(state: State): void {
  closeHunk(state);
  const { file } = state;
  if (file === undefined) return;
  if (file.names.old !== undefined && !file.hasHunk) throw malformed(state, "no hunk stands behind the names");
  const names = namesOf(file.names);
  const deleted = file.kind === "deleted" || names.isDeleted;
  const name = deleted ? names.old : names.new;
  if (name === undefined) throw malformed(state, "a file's name could not be read");
  const kind = deleted ? "deleted" : file.kind === "mode" && file.hunks.length > 0 ? "text" : file.kind;
  const oldFile = file.isNew || names.old === undefined ? null : asRepoPath(names.old);
  state.files.push({ file: asRepoPath(name), oldFile, kind, lines: kind === "text" ? file.lines : [], hunks: file.hunks });
}

function closeHunk(state: State): void {
  if (state.hunk?.run !== undefined) state.file?.hunks.push(state.hunk.run);
  state.hunk = undefined;
}

function isOpen({ oldLeft, newLeft }: OpenHunk): boolean {
  return oldLeft > 0 || newLeft > 0;
}

function withoutCr(line: Buffer): Buffer {
  return line.at(-1) === CR ? line.subarray(0, -1) : line;
}

function malformed({ lineNumber }: State, message: string): BandlineError {
  return new BandlineError({
    code: "DIFF_MALFORMED",
    message: `line ${lineNumber} of the diff: ${message}`,
    hint: "give a unified diff, as `git diff` prints it",
    exitCode: EXIT.data,
  });
}
