/** Where a literal states a field: for findings, which name a line. */
import { parseSource, walk, type AstNode, type ParsedSource } from "../source/parse-source.js";
import { constantsOf } from "./read-literal.js";

/** @param path of the field in the argument of the first call of `callee`. @returns the 1-based line of the deepest part of it that is stated; 1 where nothing is. */
export function lineOfField(file: string, text: string, callee: "defineFeature" | "defineRepo", path: readonly string[]): number {
  const source = parseSource(file, text);
  if (source === undefined) return 1;
  const call = [...walk(source.program)].find((node) => node.type === "CallExpression" && (node["callee"] as AstNode)["name"] === callee);
  const argument = (call?.["arguments"] as AstNode[] | undefined)?.[0];
  return argument === undefined ? 1 : deepestLine(source, argument, path);
}

/** As `lineOfField`, of a file that is one object in JSON. */
export function lineOfKey(text: string, path: readonly string[]): number {
  const source = parseSource("json.ts", `(${text})`);
  const statement = (source?.program["body"] as AstNode[] | undefined)?.[0];
  return source === undefined || statement === undefined ? 1 : deepestLine(source, statement["expression"] as AstNode, path);
}

function deepestLine(source: ParsedSource, node: AstNode, path: readonly string[]): number {
  const constants = constantsOf(source.program);
  let at = node;
  let value: AstNode | undefined = node;
  for (const key of path) {
    const property = childAt(plain(value, constants), key);
    if (property === undefined) break;
    at = property;
    value = property.type === "Property" ? (property["value"] as AstNode) : property;
  }
  return source.lineOf(at.start);
}

/** A property by its name, an element of a list by its number. */
function childAt(node: AstNode | undefined, key: string): AstNode | undefined {
  if (node?.type === "ArrayExpression") return (node["elements"] as (AstNode | null)[])[Number(key)] ?? undefined;
  if (node?.type !== "ObjectExpression") return undefined;
  return (node["properties"] as AstNode[]).find((property) => {
    const name = property["key"] as AstNode | undefined;
    return name !== undefined && String(name["name"] ?? name["value"]) === key;
  });
}

/** Without `as const` and `satisfies`, and what a constant of the file stands for. */
function plain(node: AstNode | undefined, constants: ReadonlyMap<string, AstNode>, depth = 0): AstNode | undefined {
  if (node === undefined || depth > DEEPEST) return undefined;
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression")
    return plain(node["expression"] as AstNode, constants, depth + 1);
  return node.type === "Identifier" ? plain(constants.get(String(node["name"])), constants, depth + 1) : node;
}

/** A constant that names itself would never end. */
const DEEPEST = 50;
