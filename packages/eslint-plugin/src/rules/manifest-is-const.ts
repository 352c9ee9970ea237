import type { TSESTree } from "@typescript-eslint/types";
import type { Rule, SourceCode } from "eslint";
import { docsOf } from "../docs.js";
import { declarationOf, nameOf, textOf, treeOf, type Node } from "../syntax/nodes.js";

const MODULE = "@repo/core-shared/conformance/feature";
const DEFINES: readonly (string | undefined)[] = ["defineFeature", "defineRepo"];

/** The argument of defineFeature and defineRepo is a literal `as const`, so that its names and percents are types too, wherever the manifest goes. */
export const manifestIsConst: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: docsOf("manifest-is-const", "the argument of defineFeature and defineRepo is `as const`"),
    fixable: "code",
    schema: [],
    messages: {
      bare: "The manifest is not constant. Write `as const` after the literal that {{define}} is given.",
      widened: "`{{type}}` takes the manifest's literal types away. Write `as const` in its place, or `as const satisfies {{type}}`.",
      elsewhere: "{{define}} takes a literal `as const`, or a `const` of this file that holds one. This is {{text}}.",
    },
  },
  create(context) {
    const { filename, sourceCode } = context;
    // JavaScript has no `as const`.
    if (!/\.[cm]?tsx?$/.test(filename)) return {};
    return {
      "Program:exit"() {
        for (const call of manifestCalls(sourceCode)) {
          // Without an argument there is no manifest, which the compiler says.
          const [manifest] = call.arguments;
          const fault = manifest === undefined ? undefined : faultOf(manifest, sourceCode);
          if (fault === undefined) continue;
          const { node, messageId, type } = fault;
          const data = {
            define: textOf(call.callee, sourceCode),
            text: textOf(node, sourceCode),
            type: textOf(type ?? node, sourceCode),
          };
          const fix = messageId === "bare" ? (fixer: Rule.RuleFixer) => fixer.insertTextAfterRange(node.range, " as const") : null;
          context.report({ loc: node.loc, messageId, data, fix });
        }
      },
    };
  },
};

interface Fault {
  readonly messageId: "bare" | "widened" | "elsewhere";
  readonly node: Node;
  readonly type?: Node;
}

/** @returns undefined where the expression is constant; `seen` are the constants on the way to it. */
function faultOf(node: Node, sourceCode: SourceCode, seen: readonly Node[] = []): Fault | undefined {
  switch (node.type) {
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return faultOf(node.expression, sourceCode, seen);
    case "TSAsExpression":
    case "TSTypeAssertion":
      return isConst(node.typeAnnotation) ? undefined : { messageId: "widened", node, type: node.typeAnnotation };
    case "ObjectExpression":
      return { messageId: "bare", node };
    case "Identifier":
      return faultOfConstant(node, sourceCode, seen);
    default:
      return { messageId: "elsewhere", node };
  }
}

function faultOfConstant(node: TSESTree.Identifier, sourceCode: SourceCode, seen: readonly Node[]): Fault | undefined {
  const declaration = declarationOf(node, sourceCode);
  if (declaration?.init == null || declaration.parent.kind !== "const" || seen.includes(declaration))
    return { messageId: "elsewhere", node };
  const type = declaration.id.typeAnnotation?.typeAnnotation;
  if (type !== undefined) return { messageId: "widened", node: declaration.id, type };
  return faultOf(declaration.init, sourceCode, [...seen, declaration]);
}

function isConst(type: TSESTree.TypeNode): boolean {
  return type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const";
}

/** Calls of what the file imports of core-shared, under whichever name. A function of the same name from elsewhere is another one. */
function manifestCalls(sourceCode: SourceCode): TSESTree.CallExpression[] {
  const { body } = treeOf(sourceCode.ast) as TSESTree.Program;
  const imports = body.filter((statement) => statement.type === "ImportDeclaration" && statement.source.value === MODULE);
  const variables = imports.flatMap((each) => sourceCode.getDeclaredVariables(each as Parameters<SourceCode["getDeclaredVariables"]>[0]));
  return variables.flatMap(({ defs, references }) => {
    const specifiers = defs.map(({ node }) => treeOf(node as Node));
    return references.flatMap(({ identifier }) => specifiers.flatMap((each) => callOf(calleeOf(treeOf(identifier), each))));
  });
}

/** @returns the callee that a use of an import may be: the name itself, or a member of the namespace. */
function calleeOf(use: Node, specifier: Node): Node | undefined {
  if (specifier.type === "ImportSpecifier") return DEFINES.includes(nameOf(specifier.imported, false)) ? use : undefined;
  const member = use.parent;
  if (specifier.type !== "ImportNamespaceSpecifier" || member?.type !== "MemberExpression") return undefined;
  return DEFINES.includes(nameOf(member.property, member.computed)) ? member : undefined;
}

function callOf(callee: Node | undefined): TSESTree.CallExpression[] {
  const call = callee?.parent;
  return call?.type === "CallExpression" && call.callee === callee ? [call] : [];
}
