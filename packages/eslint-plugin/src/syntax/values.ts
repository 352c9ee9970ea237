/** An expression → what it may be, as far as the same file tells. */
import type { SourceCode } from "eslint";
import { declarationOf, nameOf, type Node } from "./nodes.js";

/**
 * Follows constants, members of objects, both sides of a choice, what stands in for want of a value, and what only types surround.
 * @returns none where it comes from elsewhere: an import, a parameter.
 */
export function valuesOf(node: Node, sourceCode: SourceCode, trail: readonly Node[] = []): Node[] {
  // A constant that names itself would never end.
  if (trail.includes(node)) return [];
  const follow = (next: Node) => valuesOf(next, sourceCode, [...trail, node]);
  switch (node.type) {
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return follow(node.expression);
    case "AssignmentPattern":
      return follow(node.right);
    case "AwaitExpression":
      return follow(node.argument);
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap(follow);
    case "LogicalExpression":
      return [node.left, node.right].flatMap(follow);
    case "SequenceExpression":
      return node.expressions.slice(-1).flatMap(follow);
    case "Identifier":
      return [declarationOf(node, sourceCode)?.init].filter((init) => init != null).flatMap(follow);
    case "MemberExpression": {
      const name = nameOf(node.property, node.computed);
      return follow(node.object).flatMap((object) => membersOf(object, name, sourceCode, trail));
    }
    default:
      return [node];
  }
}

function membersOf(object: Node, name: string | undefined, sourceCode: SourceCode, trail: readonly Node[]): Node[] {
  if (object.type !== "ObjectExpression" || name === undefined || trail.includes(object)) return [];
  const inner = [...trail, object];
  return object.properties.flatMap((property) => {
    if (property.type !== "SpreadElement")
      return nameOf(property.key, property.computed) === name ? valuesOf(property.value, sourceCode, inner) : [];
    return valuesOf(property.argument, sourceCode, inner).flatMap((each) => membersOf(each, name, sourceCode, inner));
  });
}
