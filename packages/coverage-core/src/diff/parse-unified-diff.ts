/**
 * Unified diff bytes → ChangedFile[].
 * Hunks are read by the counts of their headers, so content that looks like a header (`+++ x`, `diff --git`) is content.
 */
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { asRepoPath } from "../path/repo-path.js";
import type { ChangeKind, ChangedFile, Hunk } from "./model.js";
import { unquotePath } from "./unquote-path.js";

export interface DiffParser {
  /** Bytes as they come; a line may be cut between two chunks. @throws BandlineError DIFF_MALFORMED with the line of the diff. */
  push(chunk: Uint8Array): void;
  /** @returns the files in the diff's order. @throws BandlineError where the diff stops inside a hunk, or is no diff. */
  end(): ChangedFile[];
}

interface Open {
  header: { old?: string; new?: string };
  /** Names as `rename from` and `rename to` say them: without a prefix. */
  renamed: { from?: string; to?: string };
  isNew: boolean;
  oldName: string | undefined;
  newName: string | undefined;
  kind: ChangeKind;
  lines: number[];
  hunks: Hunk[];
}

const NEWLINE = 10;
const CR = 13;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const SUBMODULE_MODE = "160000";
const SYMLINK_MODE = "120000";

/** The whole text at once. */
export function parseUnifiedDiff(bytes: Uint8Array): ChangedFile[] {
  const parser = createDiffParser();
  parser.push(bytes);
  return parser.end();
}

export function createDiffParser(): DiffParser {
  const files: ChangedFile[] = [];
  let open: Open | undefined;
  let rest: Buffer = Buffer.alloc(0);
  let lineNumber = 0;
  let sawText = false;
  let hunk: { oldLeft: number; newLeft: number; oldAt: number; newAt: number; run: Hunk | undefined } | undefined;

  const malformed = (message: string) =>
    new BandlineError({
      code: "DIFF_MALFORMED",
      message: `line ${lineNumber} of the diff: ${message}`,
      hint: "give a unified diff, as `git diff` prints it",
      exitCode: EXIT.data,
    });

  const close = () => {
    if (open !== undefined) files.push(finished(open, malformed));
    open = undefined;
  };

  const begin = (): Open => {
    close();
    open = { header: {}, renamed: {}, isNew: false, oldName: undefined, newName: undefined, kind: "text", lines: [], hunks: [] };
    return open;
  };

  const endRun = () => {
    if (hunk?.run !== undefined) open?.hunks.push(hunk.run);
    if (hunk !== undefined) hunk.run = undefined;
  };

  const inHunk = (line: Buffer, state: NonNullable<typeof hunk>): void => {
    const mark = line.length === 0 ? 32 : line[0];
    if (mark === 92) return; // "\ No newline at end of file"
    if (mark === 43) {
      open?.lines.push(state.newAt);
      state.run = grown(state, 0, 1);
      state.newAt += 1;
      state.newLeft -= 1;
    } else if (mark === 45) {
      state.run = grown(state, 1, 0);
      state.oldAt += 1;
      state.oldLeft -= 1;
    } else if (mark === 32 || mark === CR) {
      endRun();
      state.oldAt += 1;
      state.newAt += 1;
      state.oldLeft -= 1;
      state.newLeft -= 1;
    } else throw malformed("inside a hunk a line begins with a blank, + or -");
    if (state.oldLeft < 0 || state.newLeft < 0) throw malformed("the hunk is longer than its header says");
  };

  const outside = (line: Buffer): void => {
    const text = withoutCr(line).toString("latin1");
    if (text.startsWith("diff --git ")) begin().header = namesOfHeader(text.slice(11));
    else if (text.startsWith("--- ") && !isNamed(open))
      (open !== undefined && open.oldName === undefined ? open : begin()).oldName = text.slice(4);
    else if (text.startsWith("+++ ") && open !== undefined && open.newName === undefined) open.newName = text.slice(4);
    else if (text.startsWith("--- ")) begin().oldName = text.slice(4);
    else if (HUNK.test(text)) {
      const [, oldStart = "", oldCount = "1", newStart = "", newCount = "1"] = HUNK.exec(text) ?? [];
      if (open === undefined) throw malformed("a hunk stands before any file");
      const counts = { oldLeft: Number(oldCount), newLeft: Number(newCount) };
      hunk = { ...counts, oldAt: firstLine(oldStart, counts.oldLeft), newAt: firstLine(newStart, counts.newLeft), run: undefined };
    } else if (open !== undefined) extended(open, text);
  };

  const take = (line: Buffer): void => {
    lineNumber += 1;
    if (line.length > 0) sawText = true;
    if (hunk !== undefined && (hunk.oldLeft > 0 || hunk.newLeft > 0)) inHunk(line, hunk);
    else if (line[0] !== 92) {
      endRun();
      hunk = undefined;
      outside(line);
    }
  };

  return {
    push(chunk) {
      let bytes = rest.length === 0 ? bufferOf(chunk) : Buffer.concat([rest, chunk]);
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE)) {
        take(bytes.subarray(0, at));
        bytes = bytes.subarray(at + 1);
      }
      rest = Buffer.from(bytes);
    },
    end() {
      if (rest.length > 0) take(rest);
      rest = Buffer.alloc(0);
      if (hunk !== undefined && (hunk.oldLeft > 0 || hunk.newLeft > 0)) throw malformed("the diff stops inside a hunk");
      endRun();
      close();
      if (sawText && files.length === 0) throw malformed("no file header was found");
      return files;
    },
  };
}

/** A count of 0 names the line before the gap: the next line of that side comes one later. */
function firstLine(start: string, count: number): number {
  return Number(start) + (count === 0 ? 1 : 0);
}

function grown(state: { oldAt: number; newAt: number; run: Hunk | undefined }, oldMore: number, newMore: number): Hunk {
  const run = state.run ?? { oldStart: state.oldAt, oldCount: 0, newStart: state.newAt, newCount: 0 };
  return { ...run, oldCount: run.oldCount + oldMore, newCount: run.newCount + newMore };
}

function isNamed(open: Open | undefined): boolean {
  return open !== undefined && open.newName !== undefined;
}

function bufferOf(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function withoutCr(line: Buffer): Buffer {
  return line.at(-1) === CR ? line.subarray(0, -1) : line;
}

/** `a/x b/x`: only quoted names, or two equal halves, can be told apart; a rename says its names in lines of their own. */
function namesOfHeader(text: string): { old?: string; new?: string } {
  if (text.startsWith('"')) {
    const first = unquotePath(text);
    return first === undefined ? {} : { old: text.slice(0, first.end), new: text.slice(first.end + 1) };
  }
  const quoted = text.indexOf(' "');
  if (quoted !== -1 && text.endsWith('"')) return { old: text.slice(0, quoted), new: text.slice(quoted + 1) };
  const half = (text.length - 1) / 2;
  const [old, next] = [text.slice(0, half), text.slice(half + 1)];
  const same = stripPrefix(old) === stripPrefix(next) || old === next;
  return Number.isInteger(half) && text[half] === " " && same ? { old, new: next } : {};
}

function extended(open: Open, text: string): void {
  const mode = /^(?:new file mode|old mode|new mode|deleted file mode|index [0-9a-f]+\.\.[0-9a-f]+) (\d{6})$/.exec(text)?.[1];
  if (mode === SUBMODULE_MODE) open.kind = "submodule";
  if (mode === SYMLINK_MODE) open.kind = "symlink";
  if (text.startsWith("deleted file mode")) open.kind = "deleted";
  if (text.startsWith("new file mode")) open.isNew = true;
  if (text.startsWith("new mode") && open.kind === "text") open.kind = "mode";
  if (/^Binary files .* differ$/.test(text) || text === "GIT binary patch") open.kind = open.kind === "deleted" ? "deleted" : "binary";
  const [, side, name = ""] = /^(?:rename|copy) (from|to) (.*)$/.exec(text) ?? [];
  const unquoted = unquotePath(name)?.name;
  if (side !== undefined && unquoted !== undefined) open.renamed = { ...open.renamed, [side]: unquoted };
}

function finished(open: Open, malformed: (message: string) => BandlineError): ChangedFile {
  const oldName = open.isNew ? undefined : (open.renamed.from ?? nameOf(open.oldName) ?? nameOf(open.header.old));
  const newName = open.renamed.to ?? nameOf(open.newName) ?? nameOf(open.header.new);
  const deleted = open.kind === "deleted" || newName === "/dev/null";
  const file = deleted ? oldName : newName;
  if (file === undefined || file === "/dev/null") throw malformed("a file's name could not be read");
  const kind = deleted ? "deleted" : open.kind === "mode" && open.hunks.length > 0 ? "text" : open.kind;
  return {
    file: asRepoPath(file),
    oldFile: oldName === undefined || oldName === "/dev/null" ? null : asRepoPath(oldName),
    kind,
    lines: kind === "text" ? open.lines : [],
    hunks: open.hunks,
  };
}

/** What stands behind `--- ` or `+++ `: perhaps quoted, perhaps with a tab and a time, perhaps with one of git's prefixes. */
function nameOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.startsWith('"') ? text : text.split("\t", 1)[0];
  const name = unquotePath(plain ?? "")?.name;
  return name === undefined || name === "/dev/null" ? name : stripPrefix(name);
}

/** `a/` and `b/`, and the mnemonic ones: index, work tree, commit, object. */
function stripPrefix(name: string): string {
  return name.replace(/^[abciow]\//, "");
}
