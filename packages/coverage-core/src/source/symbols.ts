/**
 * Source text → the name of what stands around a place, such as `Session.renew` or `routes.login.post`.
 * A name is given by a function, a class, an enum or a namespace, by what holds one (a constant, a property, an assignment), by a class's fields,
 * and outside of functions by every constant. `export default` without a name of its own is `default`. A callback has no name:
 * what stands in it belongs to what is around it, and what stands in nothing that has a name, to null.
 */
import { childrenOf, isReadableSource, parseSource, type AstNode } from "./parse-source.js";

/** Offsets are UTF-16 code units. @returns names from the outer to the inner one, with dots; null at the top of a module. */
export type SymbolAt = (start: number, end: number) => string | null;

/** A text that cannot be parsed has no names. */
export function createSymbolAt(file: string, text: string): SymbolAt {
  const parsed = isReadableSource(file) ? parseSource(file, text) : undefined;
  if (parsed === undefined) return () => null;
  const scopes = [...scopesIn(parsed.program, { text, names: [], inFunction: false, named: null })];
  // An inner scope comes behind its outer one.
  return (start, end) => scopes.findLast((scope) => scope.start <= start && end <= scope.end)?.symbol ?? null;
}

interface Scope {
  readonly start: number;
  readonly end: number;
  readonly symbol: string;
}

interface Around {
  readonly text: string;
  readonly names: readonly string[];
  readonly inFunction: boolean;
  /** What already has the name of that which holds it. */
  readonly named: AstNode | null;
}

function* scopesIn(node: AstNode, around: Around): Generator<Scope> {
  const name = node === around.named ? undefined : nameOf(node, around);
  const names = name === undefined ? around.names : [...around.names, name];
  if (name !== undefined) yield { start: node.start, end: node.end, symbol: names.join(".") };
  const inFunction = around.inFunction || FUNCTIONS.has(node.type);
  const named = name === undefined ? around.named : heldBy(node);
  for (const child of childrenOf(node)) yield* scopesIn(child, { ...around, names, inFunction, named });
}

const FUNCTIONS: ReadonlySet<string> = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const HOLDERS: ReadonlySet<string> = new Set(["FunctionExpression", "ArrowFunctionExpression", "ClassExpression", "ObjectExpression"]);
const WRAPPERS: ReadonlySet<string> = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSTypeAssertion"]);

function nameOf(node: AstNode, { text, inFunction }: Around): string | undefined {
  const holds = HOLDERS.has(heldBy(node)?.type ?? "");
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "TSEnumDeclaration":
    case "TSEnumMember":
    case "TSModuleDeclaration":
      return node["id"] === null ? undefined : textOf(node["id"], text);
    case "VariableDeclarator":
      return holds || !inFunction ? identifierOf(node["id"]) : undefined;
    case "Property":
      return holds ? keyOf(node, text) : undefined;
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return keyOf(node, text);
    case "AssignmentExpression":
    case "AssignmentPattern":
      return holds ? textOf(node["left"], text).replace(/^(?:this|exports|module\.exports)\./, "") : undefined;
    case "ExportDefaultDeclaration":
      return (node["declaration"] as AstNode)["id"] ? undefined : "default";
    default:
      return undefined;
  }
}

/** What a declarator, a property or an assignment gives its name to, without the types around it. */
function heldBy(node: AstNode): AstNode | null {
  let held = (node["init"] ?? node["value"] ?? node["right"] ?? null) as AstNode | null;
  while (held !== null && WRAPPERS.has(held.type)) held = held["expression"] as AstNode;
  return held;
}

/** A pattern takes a value apart, and is no name for it. */
function identifierOf(id: unknown): string | undefined {
  return (id as { readonly name?: string }).name;
}

/** An identifier without its type, anything else as it is written. */
function textOf(node: unknown, text: string): string {
  const { start, end, type, name } = node as AstNode;
  return type === "Identifier" ? (name as string) : text.slice(start, end).replace(/\s+/g, " ");
}

function keyOf({ key, computed }: AstNode, text: string): string {
  const { type, value } = key as AstNode;
  if (computed === true) return `[${textOf(key, text)}]`;
  return type === "Literal" ? String(value) : textOf(key, text);
}
