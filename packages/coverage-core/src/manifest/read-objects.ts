/** A tool's configuration → the objects that it states, as far as they can be read without running the file. */
import { parseSource, walk, type AstNode, type ParsedSource } from "../source/parse-source.js";
import { constantsOf } from "./read-literal.js";

/** What is more than a literal, as it is written. */
export class Unread {
  constructor(readonly source: string) {}
}

/** `Unread` under `...` where something unread is spread into an object: it may hold any key. */
export interface StatedObject {
  readonly [key: string]: unknown;
}

export interface StatedObjects {
  /** Every object literal of the file, an outer one before its inner ones. */
  readonly objects: readonly StatedObject[];
  /** Whether the file's default export is a literal, or a `define…` call of one: then what it does not state is not set. */
  readonly isWhole: boolean;
}

/** @returns undefined where the text has a syntax error, or states more than anybody reads. Never throws. */
export function readObjects(file: string, text: string): StatedObjects | undefined {
  const source = parseSource(file, text);
  if (source === undefined) return undefined;
  const scope: Scope = { constants: constantsOf(source.program), source, depth: 0, left: { count: MOST_NODES } };
  const nodes = [...walk(source.program)].filter(({ type }) => type === "ObjectExpression");
  const objects = nodes.map((node) => stated(node, scope)).filter(isObject);
  return scope.left.count < 0 ? undefined : { objects, isWhole: isWhole(source.program, scope) };
}

interface Scope {
  readonly constants: ReadonlyMap<string, AstNode>;
  readonly source: ParsedSource;
  readonly depth: number;
  /** Nodes that may still be read. */
  readonly left: { count: number };
}

/** A constant that names itself would never end, and constants that name each other twice would take for ever. */
const DEEPEST = 50;
const MOST_NODES = 100_000;

function stated(node: AstNode, outer: Scope): unknown {
  const scope = { ...outer, depth: outer.depth + 1 };
  const unread = () => new Unread(scope.source.text.slice(node.start, node.end));
  scope.left.count -= 1;
  if (scope.depth > DEEPEST || scope.left.count < 0) return unread();
  switch (node.type) {
    case "Literal":
      return node["value"];
    case "TemplateLiteral":
      return (node["expressions"] as AstNode[]).length === 0
        ? (node["quasis"] as { value: { cooked: string } }[])[0]?.value.cooked
        : unread();
    case "UnaryExpression":
      return node["operator"] === "-" ? negated(stated(node["argument"] as AstNode, scope), unread) : unread();
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return stated(node["expression"] as AstNode, scope);
    case "ArrayExpression":
      return (node["elements"] as (AstNode | null)[]).flatMap((element) => (element === null ? [] : elementsOf(element, scope)));
    case "ObjectExpression":
      return Object.fromEntries((node["properties"] as AstNode[]).flatMap((property) => entriesOf(property, scope)));
    case "Identifier": {
      const constant = scope.constants.get(String(node["name"]));
      return constant === undefined ? unread() : stated(constant, scope);
    }
    default:
      return unread();
  }
}

function negated(value: unknown, unread: () => Unread): unknown {
  return typeof value === "number" ? -value : unread();
}

function elementsOf(element: AstNode, scope: Scope): unknown[] {
  if (element.type !== "SpreadElement") return [stated(element, scope)];
  const spread = stated(element["argument"] as AstNode, scope);
  return Array.isArray(spread) ? spread : [spread];
}

function entriesOf(property: AstNode, scope: Scope): [string, unknown][] {
  const whole = new Unread(scope.source.text.slice(property.start, property.end));
  if (property.type === "SpreadElement") {
    const spread = stated(property["argument"] as AstNode, scope);
    return isObject(spread) ? Object.entries(spread) : [["...", whole]];
  }
  if (property["computed"] === true) return [["...", whole]];
  const key = property["key"] as AstNode;
  return [[String(key["name"] ?? key["value"]), property["kind"] === "init" ? stated(property["value"] as AstNode, scope) : whole]];
}

export function isObject(value: unknown): value is StatedObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unread);
}

const DEFINERS = new Set(["defineConfig", "defineProject", "defineWorkspace"]);

function isWhole(program: AstNode, { constants }: Scope): boolean {
  const resolved = (node: AstNode | undefined, depth = 0): AstNode | undefined => {
    if (depth > DEEPEST) return undefined;
    if (node?.type === "Identifier") return resolved(constants.get(String(node["name"])), depth + 1);
    const isTyped = node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression";
    return isTyped ? resolved(node["expression"] as AstNode, depth + 1) : node;
  };
  const value = resolved((program["body"] as AstNode[]).map(exportedBy).find((each) => each !== undefined));
  const isDefined = value?.type === "CallExpression" && DEFINERS.has(String((value["callee"] as AstNode)["name"]));
  const inner = isDefined ? resolved((value["arguments"] as AstNode[])[0]) : value;
  return ["ObjectExpression", "ArrayExpression", "ArrowFunctionExpression", "FunctionExpression"].includes(inner?.type ?? "");
}

/** `export default x` and `module.exports = x`. */
function exportedBy(statement: AstNode): AstNode | undefined {
  if (statement.type === "ExportDefaultDeclaration") return statement["declaration"] as AstNode;
  const assigned = statement["expression"] as AstNode | undefined;
  if (assigned?.type !== "AssignmentExpression") return undefined;
  const { object, property } = assigned["left"] as { object?: AstNode; property?: AstNode };
  return object?.["name"] === "module" && property?.["name"] === "exports" ? (assigned["right"] as AstNode) : undefined;
}
