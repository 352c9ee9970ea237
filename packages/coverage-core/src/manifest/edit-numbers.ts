/** Numbers of a manifest, changed where they stand: nothing else of the text is touched. */
import { parseSource, walk, type AstNode } from "../source/parse-source.js";

export interface NumberEdit {
  /** Keys from the argument of the call on. */
  readonly path: readonly string[];
  readonly to: number;
}

export interface EditedNumbers {
  readonly text: string;
  /** Those that are no plain number at their place: a constant may hold for more than one, and what is spread in stands elsewhere. */
  readonly skipped: readonly NumberEdit[];
}

/** @param text a manifest that can be read. */
export function editNumbers(
  file: string,
  text: string,
  callee: "defineFeature" | "defineRepo",
  edits: readonly NumberEdit[],
): EditedNumbers {
  const argument = argumentOf(file, text, callee);
  const found = edits.map((edit) => ({ edit, node: argument === undefined ? undefined : numberAt(argument, edit.path) }));
  const places = found
    .flatMap(({ edit, node }) => (node === undefined ? [] : [{ node, to: edit.to }]))
    .sort((a, b) => b.node.start - a.node.start);
  return {
    // From the last on, so that the offsets before it stay.
    text: places.reduce((sofar, { node, to }) => `${sofar.slice(0, node.start)}${to}${sofar.slice(node.end)}`, text),
    skipped: found.flatMap(({ edit, node }) => (node === undefined ? [edit] : [])),
  };
}

function argumentOf(file: string, text: string, callee: string): AstNode | undefined {
  const source = parseSource(file, text);
  if (source === undefined) return undefined;
  const call = [...walk(source.program)].find((node) => node.type === "CallExpression" && (node["callee"] as AstNode)["name"] === callee);
  return (call?.["arguments"] as AstNode[] | undefined)?.[0];
}

function numberAt(wrapped: AstNode, [key, ...rest]: readonly string[]): AstNode | undefined {
  const node = unwrapped(wrapped);
  if (key === undefined) return node.type === "Literal" && typeof node["value"] === "number" ? node : undefined;
  if (node.type !== "ObjectExpression") return undefined;
  // The last of a name counts; what is spread in behind it may say it anew.
  const last = (node["properties"] as AstNode[]).findLast((each) => each.type === "SpreadElement" || nameOf(each) === key);
  return last === undefined || last.type === "SpreadElement" ? undefined : numberAt(last["value"] as AstNode, rest);
}

function unwrapped(node: AstNode): AstNode {
  const isTyped = node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression";
  return isTyped ? unwrapped(node["expression"] as AstNode) : node;
}

function nameOf(property: AstNode): string {
  const key = property["key"] as AstNode;
  return String(key["name"] ?? key["value"]);
}
