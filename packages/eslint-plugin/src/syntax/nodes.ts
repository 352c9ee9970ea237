/** What the rules ask of the tree. eslint's types know JavaScript only, so a node of eslint becomes one of typescript-eslint here and nowhere else. */
import type { TSESTree } from "@typescript-eslint/types";
import type { Scope, SourceCode } from "eslint";

export type Node = TSESTree.Node;

/** A node as eslint types it: all that has a type. */
interface EslintNode {
  readonly type: string;
}

/** The same node, with TypeScript's kinds and with parents. */
export function treeOf(node: EslintNode): Node {
  return node as Node;
}

/** @returns how a node is written, on one line and cut where it is long. */
export function textOf(node: Node, sourceCode: SourceCode): string {
  const text = sourceCode.text.slice(...node.range).replaceAll(/\s+/g, " ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 60;

/** @returns the name that a key or a member has in the source itself: `a`, `"a"`, `["a"]`; undefined where it is computed. */
export function nameOf(key: Node, isComputed: boolean): string | undefined {
  if (key.type === "Identifier" && !isComputed) return key.name;
  if (key.type === "Literal") return String(key.value);
  return key.type === "TemplateLiteral" && key.expressions.length === 0 ? key.quasis.map(({ value }) => value.raw).join("") : undefined;
}

/** @returns where the variable that an identifier means is declared, if that is a plain name in this file. */
export function declarationOf(identifier: TSESTree.Identifier, sourceCode: SourceCode): TSESTree.VariableDeclarator | undefined {
  const definition = variableOf(identifier, sourceCode)?.defs[0];
  if (definition?.type !== "Variable") return undefined;
  const declarator = treeOf(definition.node) as TSESTree.VariableDeclarator;
  return declarator.id.type === "Identifier" ? declarator : undefined;
}

function variableOf(identifier: TSESTree.Identifier, sourceCode: SourceCode): Scope.Variable | undefined {
  let scope: Scope.Scope | null = sourceCode.getScope(identifier);
  while (scope !== null && !scope.set.has(identifier.name)) scope = scope.upper;
  return scope?.set.get(identifier.name);
}
