/** The names of a file in a diff: in git's header, behind `--- ` and `+++ `, behind `rename from`. Each place has its own way to be unclear. */
import { unquotePath } from "./unquote-path.js";

/** What a diff says of a file's names. */
export interface StatedNames {
  /** The two names of `diff --git`, decoded. */
  header: { old?: string; new?: string };
  /** Names of `rename` and `copy` lines, decoded: they never have a prefix. */
  renamed: { from?: string; to?: string };
  /** Behind `--- `, as it stands there, in latin1. */
  old: string | undefined;
  /** Behind `+++ `, as it stands there, in latin1. */
  new: string | undefined;
}

const NO_FILE = "/dev/null";

export interface Names {
  /** Without prefix; undefined where the diff does not say, or says that there is no file. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** The diff says that there is no new file. */
  readonly isDeleted: boolean;
}

export function namesOf(stated: StatedNames): Names {
  const { header } = stated;
  const lines = { old: decoded(stated.old), new: decoded(stated.new) };
  const strip = hasPrefixes(header.old === undefined ? lines : header) ? withoutPrefix : (name: string) => name;
  const nameOf = (line: string | undefined, ofHeader: string | undefined) => {
    const name = line ?? ofHeader;
    return name === undefined || name === NO_FILE ? undefined : strip(name);
  };
  return {
    old: stated.renamed.from ?? nameOf(lines.old, header.old),
    new: stated.renamed.to ?? nameOf(lines.new, header.new),
    isDeleted: lines.new === NO_FILE,
  };
}

/** `a/x b/x`: only two halves of the same path can be told apart; a rename says its names in lines of their own. */
export function splitHeader(text: string): { old?: string; new?: string } {
  const half = (text.length - 1) / 2;
  const [old, next] = [decoded(text.slice(0, half)), decoded(text.slice(half + 1))];
  if (text[half] !== " " || old === undefined || next === undefined) return {};
  return old === next || withoutPrefix(old) === withoutPrefix(next) ? { old, new: next } : {};
}

/** Perhaps quoted, perhaps with a tab and a time behind it. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return unquotePath(text.replace(/\t.*$/, ""));
}

/** With prefixes the two sides differ (`a/x`, `b/x`); without, they are the same name, which may begin with `a/` itself. */
function hasPrefixes(names: { readonly old?: string | undefined; readonly new?: string | undefined }): boolean {
  return names.old !== names.new;
}

/** `a/` and `b/`, and git's mnemonic ones: index, work tree, commit, object. */
function withoutPrefix(name: string): string {
  return name.replace(/^[abciow]\//, "");
}
