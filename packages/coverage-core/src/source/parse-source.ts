import { createRequire } from "node:module";
import type * as Oxc from "oxc-parser";

/** Endings that oxc-parser reads. */
const READABLE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

let parser: typeof Oxc | undefined;

/** Loads the parser when it is first needed: most runs judge by counts and plain manifests, and end before its library would be there. */
function loadParser(): typeof Oxc {
  return (parser ??= createRequire(import.meta.url)("oxc-parser") as typeof Oxc);
}

/** Any node of the tree: offsets are UTF-16 code units from the start of the text. */
export interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface ParsedSource {
  readonly program: Oxc.Program & AstNode;
  readonly comments: readonly Oxc.Comment[];
  readonly text: string;
  /** 1-based line of an offset. */
  readonly lineOf: (offset: number) => number;
}

export function isReadableSource(file: string): boolean {
  return READABLE.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

/** @returns undefined where the text has a syntax error; the tests that ran it would have failed too. */
export function parseSource(file: string, text: string): ParsedSource | undefined {
  const { program, comments, errors } = loadParser().parseSync(file, text, { preserveParens: false, ...langOf(file) });
  if (errors.some(({ severity }) => (severity as string) === "Error")) return undefined;
  return { program: program as Oxc.Program & AstNode, comments, text, lineOf: lineIndex(text) };
}

/** JSX also stands in plain `.js`; in TypeScript it would take the place of `<T>value`. */
function langOf(file: string): { lang?: "jsx" } {
  return file.endsWith(".js") ? { lang: "jsx" } : {};
}

/** @returns what `import`, `export … from` and `import("…")` name, as written. The tree is not asked for, which would cost several times as much. */
export function moduleRequestsOf(file: string, text: string): string[] {
  const { staticImports, staticExports, dynamicImports } = loadParser().parseSync(file, text, langOf(file)).module;
  const named = [...staticImports, ...staticExports.flatMap(({ entries }) => entries)].flatMap(
    ({ moduleRequest }) => moduleRequest?.value ?? [],
  );
  const dynamic = dynamicImports.map(({ moduleRequest: { start, end } }) => /^(["'`])([^$]*)\1$/.exec(text.slice(start, end))?.[2]);
  return [...named, ...dynamic.filter((each) => each !== undefined)];
}

/** Children of a node in the order of the source. */
export function childrenOf(node: AstNode): AstNode[] {
  const fields = loadParser().visitorKeys[node.type] as readonly string[];
  const nested = fields.flatMap((field) => node[field] as AstNode | null | undefined | (AstNode | null)[]);
  return nested.filter((child): child is AstNode => child !== null && child !== undefined);
}

/** Every node, a parent before its children. */
export function* walk(node: AstNode): Generator<AstNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
