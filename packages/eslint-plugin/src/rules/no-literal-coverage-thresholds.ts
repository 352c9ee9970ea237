import { basename } from "node:path";
import { METRICS } from "@repo/core-shared/conformance/coverage";
import type { TSESTree } from "@typescript-eslint/types";
import type { Rule, SourceCode } from "eslint";
import { docsOf } from "../docs.js";
import { nameOf, textOf, treeOf, type Node } from "../syntax/nodes.js";
import { valuesOf } from "../syntax/values.js";

/** `vitest.config.ts`, `vite.config.mts`, `vitest.workspace.js`, `vitest.unit.config.ts`, `vitest.shared.ts`: what vitest is configured in. */
const VITEST_FILE = /^vite(?:st)?\.(?:[\w-]+\.)*[cm]?[jt]s$/;

/** Numbers of `coverage.thresholds` are those of a manifest: a copy drifts from it, and the other gates do not see it. */
export const noLiteralCoverageThresholds: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: docsOf("no-literal-coverage-thresholds", "coverage thresholds of vitest come from a manifest"),
    schema: [],
    messages: {
      literal:
        "`{{text}}` is a coverage threshold beside the manifest's. Take it out: `defineFeatureVitestConfig(manifest)` of @repo/core-testing sets the bands of feature.manifest.ts as thresholds.",
    },
  },
  create(context) {
    const { filename, sourceCode } = context;
    if (!VITEST_FILE.test(basename(filename))) return {};
    const { inThresholds, under } = literalFinder(sourceCode);
    const report = (literals: readonly Node[]) => {
      for (const literal of literals)
        context.report({ loc: literal.loc, messageId: "literal", data: { text: textOf(statedBy(literal), sourceCode) } });
    };
    return {
      Property(property) {
        const { key, computed, value } = treeOf(property) as TSESTree.Property;
        if (nameOf(key, computed) === "thresholds") report(inThresholds(value));
      },
      AssignmentExpression(assignment) {
        const { left, right } = treeOf(assignment) as TSESTree.AssignmentExpression;
        const [name, ...above] = membersFrom(left);
        if (name === "thresholds") report(inThresholds(right));
        else if (above.includes("thresholds")) report(under(name, right));
      },
    };
  },
};

/** `lines: 80`, where the number stands in such a place. */
function statedBy(literal: Node): Node {
  return literal.parent?.type === "Property" ? literal.parent : literal;
}

/** @returns the names of `a.b.c`, the last first; undefined for one that is computed. */
function membersFrom(node: Node): (string | undefined)[] {
  return node.type === "MemberExpression" ? [nameOf(node.property, node.computed), ...membersFrom(node.object)] : [];
}

const PERCENTS: readonly (string | undefined)[] = METRICS;

/** Finds each literal of a file once, however many thresholds it is in. */
function literalFinder(sourceCode: SourceCode) {
  const found = new Set<Node>();
  const entered = new Set<Node>();

  /** In the thresholds themselves, in the bands of their globs, and in what a function makes them of. */
  function inThresholds(thresholds: Node): Node[] {
    return valuesOf(thresholds, sourceCode).flatMap((value) => {
      // Where an object spreads itself there is no end.
      if (!isFirst(value, entered)) return [];
      if (value.type === "CallExpression") return value.arguments.map(argumentOf).flatMap(inThresholds);
      return value.type === "ObjectExpression" ? value.properties.flatMap(inProperty) : [];
    });
  }

  function inProperty(property: TSESTree.ObjectLiteralElement): Node[] {
    if (property.type === "SpreadElement") return inThresholds(property.argument);
    return under(nameOf(property.key, property.computed), property.value);
  }

  function under(name: string | undefined, value: Node): Node[] {
    if (PERCENTS.includes(name)) return numbersIn(value);
    // `100: true` is short for all four metrics.
    if (name === "100")
      return valuesOf(value, sourceCode).filter((each) => each.type === "Literal" && each.value === true && isFirst(each, found));
    return inThresholds(value);
  }

  function numbersIn(percent: Node): Node[] {
    return valuesOf(percent, sourceCode).flatMap((value) =>
      isNumber(value) ? [value].filter((each) => isFirst(each, found)) : operandsOf(value).flatMap(numbersIn),
    );
  }

  return { inThresholds, under };
}

function isFirst(node: Node, known: Set<Node>): boolean {
  if (known.has(node)) return false;
  known.add(node);
  return true;
}

/** `-10` allows ten uncovered ones. */
function isNumber(node: Node): boolean {
  if (node.type === "UnaryExpression") return isNumber(node.argument);
  // vitest compares a text as the number that it spells.
  return node.type === "Literal" && (typeof node.value === "number" || /^["']\d/.test(node.raw));
}

/** A number that is made of another one and a literal is a copy too. */
function operandsOf(node: Node): Node[] {
  if (node.type === "BinaryExpression") return [node.left, node.right];
  return node.type === "CallExpression" ? node.arguments.map(argumentOf) : [];
}

function argumentOf(argument: TSESTree.CallExpressionArgument): Node {
  return argument.type === "SpreadElement" ? argument.argument : argument;
}
