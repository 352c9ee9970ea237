import { commonPrefix } from "./common-prefix.js";
import type { KeyedMutant } from "./model.js";

type Changed = Pick<KeyedMutant, "mutator" | "original" | "replacement">;

/** @returns what a test must do to notice the mutant, in one plain sentence without a full stop; as exact as the replacement allows. */
export function hintFor(mutant: Changed): string {
  return (HINTS[mutant.mutator] ?? anyHint)(mutant);
}

const HINTS: Readonly<Record<string, (mutant: Changed) => string>> = {
  ArithmeticOperator: ({ original, replacement }) => {
    const operators = changedOperators(original, replacement, ARITHMETIC);
    if (operators === null) return "assert the exact result of the calculation";
    const [from, to] = operators;
    const trap = from === "+" || from === "-" ? "with a right side that is not 0" : "with operands other than 0 and 1";
    return `assert the exact result, ${trap}, so that ${from} and ${to} differ`;
  },
  ArrayDeclaration: ({ replacement }) =>
    /stryker was here/i.test(replacement)
      ? "test the case in which the list is empty, and assert that nothing is in it"
      : "assert what is in the list, not only that there is one",
  ArrowFunction: () => "assert what the function returns, or what becomes of it; undefined must not do",
  AssignmentOperator: ({ original, replacement }) => {
    const [from, to] = changedOperators(original, replacement, ASSIGNMENT) ?? ["this assignment", "another"];
    return `assert the value after the assignment, with values for which ${from} and ${to} differ`;
  },
  BlockStatement: () => "assert what only this block does: what it returns, throws, changes or calls",
  BooleanLiteral: ({ original, replacement }) => {
    if (original === "true" || original === "false") return `assert what follows from ${original}; with ${replacement} the test must fail`;
    return `assert both ways that ${short(original)} can go`;
  },
  ConditionalExpression: ({ original, replacement }) => {
    if (replacement === "true") return `test a case in which ${short(original)} is false, and assert what then happens`;
    if (replacement === "false") return `test a case in which ${short(original)} is true, and assert what then happens`;
    return /^(?:case|default)\b/.test(replacement)
      ? `assert what happens for ${short(replacement.replace(/:$/, ""))}`
      : "assert what the loop does when it runs";
  },
  EqualityOperator: ({ original, replacement }) => {
    const operators = changedOperators(original, replacement, COMPARISON);
    if (operators === null) return "test values on both sides of the comparison, and the boundary itself";
    const [from, to] = operators;
    const isBoundary = from.replace("=", "") === to.replace("=", "") && /[<>]/.test(from);
    if (isBoundary) return `test the boundary value itself, where both sides are equal: ${from} and ${to} differ only there`;
    return `test one case in which ${short(original)} is true and one in which it is false, and assert what differs`;
  },
  LogicalOperator: ({ original, replacement }) => {
    if (changedOperators(original, replacement, LOGICAL)?.[0] === "??")
      return "test once with null or undefined on the left and once with a value there, and assert which side is taken";
    return "test a case in which only one of both sides is true, and assert what then happens";
  },
  MethodExpression: ({ original, replacement }) => {
    const call = original.startsWith(replacement) ? /^\s*\??\.(\w+)/.exec(original.slice(replacement.length))?.[1] : undefined;
    if (call !== undefined) return `test a value that .${call}() changes, and assert the result`;
    return "test a value for which the two methods give different results, and assert the result";
  },
  ObjectLiteral: () => "assert the fields of the object, not only that there is one",
  OptionalChaining: () => "test with null or undefined in front of the ?., and assert that nothing is thrown",
  Regex: ({ original, replacement }) => `test a text that only one of ${short(original)} and ${short(replacement)} matches`,
  StringLiteral: ({ replacement }) =>
    /stryker was here/i.test(replacement)
      ? "test the case in which the text is empty, and assert that it is"
      : "assert the exact text, not only that there is one",
  UnaryOperator: () => "assert the exact result for a value other than 0, its sign too",
  UpdateOperator: () => "assert the value after it was counted, or how often the loop runs",
};

function anyHint({ original, replacement }: Changed): string {
  return `test a case in which ${short(original)} and ${short(replacement)} differ, and assert the result`;
}

const COMPARISON = /^(?:[=!]==?|[<>]=?)/;
const ARITHMETIC = /^[-+*/%]/;
const LOGICAL = /^(?:&&|\|\||\?\?)/;
const ASSIGNMENT = /^(?:&&|\|\||\?\?|<<|>>|[-+*/%&|])=/;

/** The operators at the place from which the two texts differ. @returns null where something else differs first: Stryker lays a replacement out anew. */
function changedOperators(original: string, replacement: string, operator: RegExp): [string, string] | null {
  const at = original.slice(0, commonPrefix(original, replacement)).search(/[<>=!&|?*+\-/%]*$/);
  const from = operator.exec(original.slice(at))?.[0];
  const to = operator.exec(replacement.slice(at))?.[0];
  return from === undefined || to === undefined ? null : [from, to];
}

const LONGEST = 60;

/** On one line, and cut where it is long. */
function short(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
