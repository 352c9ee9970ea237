/** What a module imports from its own repository. */
import { byText, normalisePath, type RepoPath } from "../path/repo-path.js";
import { moduleRequestsOf, parseSource, walk, type AstNode } from "./parse-source.js";

/** @returns what each relative specifier of `file` leads to, of the files that are known; also where the text has a syntax error. Never throws. */
export function importsOf(file: RepoPath, text: string, known: ReadonlySet<string>): Set<RepoPath> {
  const specifiers = [...moduleRequestsOf(file, text), ...requiresIn(file, text)].filter((each) => /^\.\.?(?:\/|$)/.test(each));
  return new Set(specifiers.map((each) => resolveImport(file, each, known)).filter((each) => each !== null));
}

/** `require("./a")`: the module record of the parser knows only `import` and `export`. */
function requiresIn(file: string, text: string): string[] {
  const program = text.includes("require") ? parseSource(file, text)?.program : undefined;
  if (program === undefined) return [];
  const calls = [...walk(program)].filter((node) => node.type === "CallExpression" && (node["callee"] as AstNode)["name"] === "require");
  return calls.map((call) => (call["arguments"] as AstNode[])[0]?.["value"]).filter((value) => typeof value === "string");
}

/** TypeScript is imported under the name of the JavaScript that it becomes. */
const SOURCES_OF: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".jsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};
const ENDINGS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** @param known every file of the repository. @returns the file that a relative specifier names: as it stands, as source, without its ending, or as a folder's index. */
export function resolveImport(from: RepoPath, specifier: string, known: ReadonlySet<string>): RepoPath | null {
  const path = normalisePath(`${folderOf(from)}${specifier.replace(/\?.*$/, "")}`);
  const [, stem = path, ending = ""] = /^(.*)(\.[cm]?jsx?)$/.exec(path) ?? [];
  const index = path === "" ? "index" : `${path}/index`;
  const candidates = [
    path,
    ...(SOURCES_OF[ending] ?? []).map((each) => `${stem}${each}`),
    ...ENDINGS.map((each) => `${path}${each}`),
    ...ENDINGS.map((each) => `${index}${each}`),
  ];
  return (candidates.find((each) => known.has(each)) as RepoPath | undefined) ?? null;
}

/** With its `/`; empty at the root. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** How many folders lie between two files: up to the one that holds both, and down again. */
function stepsBetween(a: string, b: string): number {
  const [left, right] = [folderOf(a).split("/"), folderOf(b).split("/")];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return left.length + right.length - 2 * (differs === -1 ? left.length : differs);
}

/** @param folder the package's; "" for the whole repository. @returns the package's own files first, then by distance, then by name. */
export function byDistance(file: RepoPath, others: readonly RepoPath[], folder: string): RepoPath[] {
  const ranked = others.map((other) => ({ other, away: isIn(folder, other) ? 0 : 1, steps: stepsBetween(file, other) }));
  return ranked.sort((a, b) => a.away - b.away || a.steps - b.steps || byText(a.other, b.other)).map(({ other }) => other);
}

/** @returns index files of the file's folder and of those above it, up to the package's, the deepest first; they may hand the file on. */
export function barrelsAbove(file: RepoPath, known: ReadonlySet<string>, folder: string): RepoPath[] {
  const barrels: RepoPath[] = [];
  for (let at = folderOf(file); isIn(folder, at); at = folderOf(at.slice(0, -1))) {
    const names = ENDINGS.map((ending) => `${at}index${ending}` as RepoPath);
    barrels.push(...names.filter((name) => name !== file && known.has(name)));
    if (at === "") break;
  }
  return barrels;
}

function isIn(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
