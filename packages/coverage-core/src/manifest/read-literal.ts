/** A manifest's source → the value that its literal states, without running the file: the same text gives the same value at any commit. */
import { DEFAULT_COVERAGE_BANDS } from "@repo/core-shared/conformance/coverage";
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { parseSource, walk, type AstNode } from "../source/parse-source.js";

/** What a manifest may import by name and use in its literal. */
const KNOWN_IMPORTS: Readonly<Record<string, unknown>> = { DEFAULT_COVERAGE_BANDS };

/**
 * @param callee `defineFeature` or `defineRepo`; the first call of it in the file counts.
 * @returns the value of its argument, or undefined where the file does not call it.
 * @throws BandlineError MANIFEST_UNREADABLE with file and line where the argument is more than a literal, or the file does not parse.
 */
export function readLiteral(file: string, text: string, callee: "defineFeature" | "defineRepo"): unknown {
  const source = parseSource(file, text);
  if (source === undefined) throw unreadable(file, 1, "the file has a syntax error");
  const nodes = [...walk(source.program)];
  const call = nodes.find((node) => node.type === "CallExpression" && (node["callee"] as AstNode)["name"] === callee);
  const argument = (call?.["arguments"] as AstNode[] | undefined)?.[0];
  if (argument === undefined) return undefined;
  const refuse = (node: AstNode, why: string) => unreadable(file, source.lineOf(node.start), why);
  return valueOf(argument, { constants: constantsOf(source.program), refuse, depth: 0 });
}

/** `const` at the top of the file only: what a function holds, or what may change, states nothing. */
export function constantsOf(program: AstNode): Map<string, AstNode> {
  const statements = (program["body"] as AstNode[]).map((node) => (node["declaration"] as AstNode | null | undefined) ?? node);
  const declarators = statements.flatMap((node) => (node["kind"] === "const" ? (node["declarations"] as AstNode[]) : []));
  const stated = declarators.filter((each) => each["init"] !== null);
  return new Map(stated.map((each) => [String((each["id"] as AstNode)["name"]), each["init"] as AstNode]));
}

interface Scope {
  readonly constants: ReadonlyMap<string, AstNode>;
  readonly refuse: (node: AstNode, why: string) => BandlineError;
  readonly depth: number;
}

/** A constant that names itself would never end. */
const DEEPEST = 100;

function valueOf(node: AstNode, outer: Scope): unknown {
  const scope = { ...outer, depth: outer.depth + 1 };
  if (scope.depth > DEEPEST) throw scope.refuse(node, "the literal is nested too deeply");
  const inner = (field: string) => valueOf(node[field] as AstNode, scope);
  switch (node.type) {
    case "Literal":
      return plainLiteral(node, scope);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return inner("expression");
    case "TemplateLiteral":
      return templateText(node, scope);
    case "UnaryExpression":
      return negated(node, inner("argument"), scope);
    case "ArrayExpression":
      return (node["elements"] as (AstNode | null)[]).flatMap((element) => elementsOf(element, node, scope));
    case "ObjectExpression":
      return Object.fromEntries((node["properties"] as AstNode[]).flatMap((property) => entriesOf(property, scope)));
    case "Identifier":
      return namedValue(node, scope);
    case "MemberExpression":
      return memberOf(node, inner("object"), scope);
    default:
      throw scope.refuse(node, `${node.type} is not a literal`);
  }
}

function plainLiteral(node: AstNode, scope: Scope): unknown {
  const value = node["value"];
  const isPlain = value === null ? node["raw"] === "null" : ["string", "number", "boolean"].includes(typeof value);
  if (!isPlain) throw scope.refuse(node, `${String(node["raw"])} is no text, number, boolean or null`);
  return value;
}

function templateText(node: AstNode, scope: Scope): unknown {
  const [only, ...others] = node["quasis"] as { value: { cooked: string } }[];
  if (others.length > 0) throw scope.refuse(node, "a template with an expression is not a literal");
  return only?.value.cooked;
}

function negated(node: AstNode, value: unknown, scope: Scope): number {
  if (node["operator"] === "-" && typeof value === "number") return -value;
  throw scope.refuse(node, `the operator ${String(node["operator"])} is not part of a literal`);
}

function elementsOf(element: AstNode | null, parent: AstNode, scope: Scope): unknown[] {
  if (element === null) throw scope.refuse(parent, "a hole in a list is not a literal");
  if (element.type !== "SpreadElement") return [valueOf(element, scope)];
  const spread = valueOf(element["argument"] as AstNode, scope);
  if (!Array.isArray(spread)) throw scope.refuse(element, "only a list can be spread into a list");
  return spread;
}

function entriesOf(property: AstNode, scope: Scope): [string, unknown][] {
  if (property.type === "SpreadElement") return spreadEntries(property, scope);
  const key = property["key"] as AstNode;
  if (property["computed"] === true || property["kind"] !== "init") throw scope.refuse(property, "a computed key is not a literal");
  return [[String(key["name"] ?? key["value"]), valueOf(property["value"] as AstNode, scope)]];
}

function spreadEntries(property: AstNode, scope: Scope): [string, unknown][] {
  const spread = valueOf(property["argument"] as AstNode, scope);
  if (typeof spread === "object" && spread !== null && !Array.isArray(spread)) return Object.entries(spread);
  throw scope.refuse(property, "only an object can be spread into an object");
}

function namedValue(node: AstNode, scope: Scope): unknown {
  const name = String(node["name"]);
  if (name === "undefined") return undefined;
  const constant = scope.constants.get(name);
  if (constant !== undefined) return valueOf(constant, scope);
  if (Object.hasOwn(KNOWN_IMPORTS, name)) return KNOWN_IMPORTS[name];
  throw scope.refuse(node, `${name} is neither a constant of this file nor ${Object.keys(KNOWN_IMPORTS).join(", ")}`);
}

function memberOf(node: AstNode, object: unknown, scope: Scope): unknown {
  const property = node["property"] as AstNode;
  const name = node["computed"] === true ? valueOf(property, scope) : property["name"];
  if (typeof object === "object" && object !== null && Object.hasOwn(object, String(name)))
    return (object as Record<string, unknown>)[String(name)];
  throw scope.refuse(node, `there is no ${String(name)} in it`);
}

function unreadable(file: string, line: number, why: string): BandlineError {
  return new BandlineError({
    code: "MANIFEST_UNREADABLE",
    message: `${file}:${line}: ${why}`,
    hint: "write the manifest as a literal: strings, numbers, lists, objects, constants of the same file and DEFAULT_COVERAGE_BANDS",
    exitCode: EXIT.usage,
  });
}
