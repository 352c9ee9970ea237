/** A test file's text → its tests: titles, how many cases, how many assertions, and whether one is told not to run. */
import { childrenOf, parseSource, type AstNode, type ParsedSource } from "../source/parse-source.js";
import { lineLanguageOf, testsByLine } from "./tests-by-line.js";

export interface TestCase {
  readonly title: string;
  readonly line: number;
  /** Rows of a table of cases that is a literal, else 1. */
  readonly cases: number;
  readonly assertions: number;
}

export interface Skip {
  readonly title: string;
  readonly line: number;
  /** `skip`, `only`, `todo`. */
  readonly word: string;
}

export interface TestFacts {
  readonly tests: readonly TestCase[];
  readonly skips: readonly Skip[];
  /** Relative imports, as written. */
  readonly imports: readonly string[];
}

const NONE: TestFacts = { tests: [], skips: [], imports: [] };
const TESTS = new Set(["it", "test", "xit", "xtest", "fit"]);
const SUITES = new Set(["describe", "suite", "xdescribe", "fdescribe"]);
const SKIP_WORDS = ["skip", "only", "todo"];
const SKIPPED_NAMES: Readonly<Record<string, string>> = { xit: "skip", xtest: "skip", xdescribe: "skip", fit: "only", fdescribe: "only" };

export function isTestFile(file: string): boolean {
  return /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(file) || lineLanguageOf(file) !== undefined;
}

/** @returns nothing where the text cannot be parsed: its tests would not run either. */
export function testsOf(file: string, text: string): TestFacts {
  const language = lineLanguageOf(file);
  if (language !== undefined) return testsByLine(text, language);
  const parsed = parseSource(file, text);
  if (parsed === undefined) return NONE;
  const facts = { tests: [] as TestCase[], skips: [] as Skip[], imports: [] as string[] };
  collect(parsed.program, parsed, facts);
  return facts;
}

interface Mutable {
  tests: TestCase[];
  skips: Skip[];
  imports: string[];
}

function collect(node: AstNode, parsed: ParsedSource, facts: Mutable): void {
  if (node.type === "ImportDeclaration") noteImport(node, facts);
  const called = node.type === "CallExpression" ? calledName(node["callee"] as AstNode) : undefined;
  if (called === undefined || !(TESTS.has(called.root) || SUITES.has(called.root))) {
    for (const child of childrenOf(node)) collect(child, parsed, facts);
    return;
  }
  noteCall(node, called, parsed, facts);
  for (const child of node["arguments"] as AstNode[]) collect(child, parsed, facts);
}

function noteCall(node: AstNode, called: CalledName, parsed: ParsedSource, facts: Mutable): void {
  const args = node["arguments"] as AstNode[];
  const title = titleOf(args[0], parsed);
  const line = parsed.lineOf(node.start);
  const word = SKIPPED_NAMES[called.root] ?? called.properties.find((property) => SKIP_WORDS.includes(property)) ?? skipOption(args[1]);
  if (word !== undefined) facts.skips.push({ title, line, word });
  if (TESTS.has(called.root)) facts.tests.push({ title, line, cases: called.rows ?? 1, assertions: assertionsIn(node) });
}

function noteImport(node: AstNode, facts: Mutable): void {
  const specifier = (node["source"] as AstNode)["value"];
  if (typeof specifier === "string" && specifier.startsWith(".")) facts.imports.push(specifier);
}

interface CalledName {
  readonly root: string;
  readonly properties: readonly string[];
  /** Of `it.each([...])`: how many rows the literal has. */
  readonly rows: number | undefined;
}

/** `it.skip.each(table)` → root `it`, properties `skip`, `each`. */
function calledName(callee: AstNode): CalledName | undefined {
  if (callee.type === "Identifier") return { root: String(callee["name"]), properties: [], rows: undefined };
  if (callee.type === "MemberExpression") {
    const inner = calledName(callee["object"] as AstNode);
    return inner && { ...inner, properties: [...inner.properties, String((callee["property"] as AstNode)["name"])] };
  }
  if (callee.type === "CallExpression") {
    const inner = calledName(callee["callee"] as AstNode);
    const [table] = callee["arguments"] as AstNode[];
    return inner && { ...inner, rows: table?.type === "ArrayExpression" ? (table["elements"] as unknown[]).length : inner.rows };
  }
  return callee.type === "TaggedTemplateExpression" ? calledName(callee["tag"] as AstNode) : undefined;
}

function titleOf(argument: AstNode | undefined, { text }: ParsedSource): string {
  if (argument === undefined) return "";
  return argument.type === "Literal" ? String(argument["value"]) : text.slice(argument.start, argument.end);
}

/** `it("…", { skip: true }, …)`. */
function skipOption(argument: AstNode | undefined): string | undefined {
  if (argument?.type !== "ObjectExpression") return undefined;
  const properties = argument["properties"] as AstNode[];
  const set = properties.find(
    (property) =>
      SKIP_WORDS.includes(String((property["key"] as AstNode | undefined)?.["name"])) && (property["value"] as AstNode)["value"] === true,
  );
  return set === undefined ? undefined : String((set["key"] as AstNode)["name"]);
}

/** Calls that begin with `expect`, `assert` or `check`. */
function assertionsIn(node: AstNode): number {
  const own = node.type === "CallExpression" && node["callee"] !== undefined && isAssertion(node["callee"] as AstNode) ? 1 : 0;
  return childrenOf(node).reduce((sum, child) => sum + assertionsIn(child), own);
}

function isAssertion(callee: AstNode): boolean {
  if (callee.type === "MemberExpression") return (callee["object"] as AstNode)["name"] === "assert";
  return callee.type === "Identifier" && /^(?:expect|assert|check)/.test(String(callee["name"]));
}
