/**
 * Source text → what a verdict about its lines needs: which statement each line belongs to, which function, which branches begin there.
 * The statements are those that istanbul and vitest's v8 provider count, so that a changed line finds the `DA` line that speaks for it.
 * Source: ast-v8-to-istanbul, the visitor of its `convert`.
 */
import { childrenOf, parseSource, type AstNode, type ParsedSource } from "./parse-source.js";

export interface SourceFacts {
  /** Line → the line on which its innermost statement begins in a report. A line that is absent has no executable code. */
  readonly statementAt: ReadonlyMap<number, number>;
  /** In the order of the source, so an inner function comes after its outer one. */
  readonly functions: readonly { readonly name: string; readonly line: number; readonly endLine: number }[];
  /** In the order in which a report numbers them. */
  readonly branches: readonly { readonly line: number; readonly arms: readonly string[] }[];
}

/** @returns undefined where the text cannot be parsed. */
export function analyseSource(file: string, text: string): SourceFacts | undefined {
  const parsed = parseSource(file, text);
  if (parsed === undefined) return undefined;
  const facts: Facts = { statementAt: new Map(), functions: [], branches: [], lineOf: parsed.lineOf, text };
  visit(parsed.program, facts, undefined);
  for (const line of linesWithoutCode(parsed, text)) facts.statementAt.delete(line);
  return facts;
}

interface Facts {
  statementAt: Map<number, number>;
  functions: { name: string; line: number; endLine: number }[];
  branches: { line: number; arms: string[] }[];
  lineOf: (offset: number) => number;
  text: string;
}

const STATEMENTS = new Set([
  "BreakStatement",
  "ContinueStatement",
  "DebuggerStatement",
  "DoWhileStatement",
  "ExpressionStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "IfStatement",
  "LabeledStatement",
  "ReturnStatement",
  "SwitchStatement",
  "ThrowStatement",
  "TryStatement",
  "WhileStatement",
  "WithStatement",
  // What TypeScript turns into statements.
  "Decorator",
  "TSEnumDeclaration",
  "TSEnumMember",
  "TSModuleDeclaration",
  "TSParameterProperty",
]);

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

function visit(node: AstNode, facts: Facts, parent: AstNode | undefined): void {
  if (isTypeOnly(node)) return erase(facts, node, parent);
  if (FUNCTIONS.has(node.type)) noteFunction(node, parent, facts);
  const counted = countedPart(node);
  if (counted !== undefined) paint(facts, node, facts.lineOf(counted.start));
  noteBranch(node, parent, facts);
  for (const child of childrenOf(node)) visit(child, facts, node);
}

/** Types, interfaces, imports and ambient code: nothing of them runs, whatever statement they stand in. */
export function isTypeOnly(node: AstNode): boolean {
  const erased =
    /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression|Enum|Module|ExportAssignment|ParameterProperty)/;
  const isErased = erased.test(node.type) || node.type === "ImportDeclaration" || node["declare"] === true || node["exportKind"] === "type";
  return isErased || (node.type === "TSModuleDeclaration" && childrenOf(node["body"] as AstNode).every(isTypeOnly));
}

/** The node whose first line a report counts for `node`; undefined where `node` is no statement of its own. */
function countedPart(node: AstNode): AstNode | undefined {
  if (node.type === "ExpressionStatement" && typeof node["directive"] === "string") return undefined;
  if (STATEMENTS.has(node.type)) return node;
  if (node.type === "VariableDeclarator") return (node["init"] as AstNode | null) ?? undefined;
  if (node.type === "PropertyDefinition") return (node["value"] as AstNode | null) ?? undefined;
  return undefined;
}

function paint(facts: Facts, node: AstNode, statementLine: number): void {
  for (const line of linesOf(node, facts)) facts.statementAt.set(line, statementLine);
}

/** A type inside a statement, such as an annotation, shares its first and its last line with code; one that stands among statements does not. */
function erase(facts: Facts, node: AstNode, parent: AstNode | undefined): void {
  const lines = linesOf(node, facts);
  const standsAlone = parent !== undefined && BODIES.has(parent.type);
  const own = standsAlone ? lines.filter((line) => facts.statementAt.get(line) !== line) : lines.slice(1, -1);
  for (const line of own) facts.statementAt.delete(line);
}

const BODIES = new Set(["BlockStatement", "ClassBody", "StaticBlock", "TSModuleBlock"]);

function linesOf(node: AstNode, { lineOf }: Facts): number[] {
  const first = lineOf(node.start);
  const last = lineOf(Math.max(node.start, node.end - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function noteFunction(node: AstNode, parent: AstNode | undefined, facts: Facts): void {
  const body = node["body"] as AstNode;
  facts.functions.push({ name: functionName(node, parent), line: facts.lineOf(node.start), endLine: facts.lineOf(node.end - 1) });
  // The body of an arrow without braces is a statement of its own.
  if (node["expression"] === true) paint(facts, body, facts.lineOf(body.start));
}

function functionName(node: AstNode, parent: AstNode | undefined): string {
  const named = [node["id"], parent?.["key"], parent?.["id"]] as (AstNode | null | undefined)[];
  const name = named.find((each) => typeof each?.["name"] === "string")?.["name"];
  return typeof name === "string" ? name : "(anonymous)";
}

function noteBranch(node: AstNode, parent: AstNode | undefined, facts: Facts): void {
  const arms = armsOf(node, parent, facts);
  if (arms.length > 0) facts.branches.push({ line: facts.lineOf(node.start), arms });
}

function armsOf(node: AstNode, parent: AstNode | undefined, facts: Facts): string[] {
  if (node.type === "IfStatement") return ["if", "else"];
  if (node.type === "ConditionalExpression") return ["? then", ": otherwise"];
  if (node.type === "AssignmentPattern") return ["default value"];
  if (node.type === "SwitchStatement") {
    const cases = node["cases"] as { test: AstNode | null }[];
    return cases.map(({ test }) => (test === null ? "default" : `case ${facts.text.slice(test.start, test.end)}`));
  }
  if (node.type === "LogicalExpression" && parent?.type !== "LogicalExpression") return ["left side", ...rightSides(node)];
  return [];
}

/** `a && b || c` is one branch with an arm for each operand. */
function rightSides(node: AstNode): string[] {
  if (node.type !== "LogicalExpression") return [];
  const [left, right] = [node["left"], node["right"]] as [AstNode, AstNode];
  return [...rightSides(left), `${String(node["operator"])} right side`, ...rightSides(right)];
}

/** Blank lines, comments, and lines of nothing but punctuation belong to a statement, but nothing on them runs. */
function linesWithoutCode({ comments }: ParsedSource, text: string): number[] {
  let end = 0;
  const pieces = comments.map((comment) => {
    const piece = text.slice(end, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, " ");
    end = comment.end;
    return piece;
  });
  const withoutComments = [...pieces, text.slice(end)].join("");
  return withoutComments.split("\n").flatMap((line, index) => (/^[\s{}()[\];,]*$/.test(line) ? [index + 1] : []));
}
