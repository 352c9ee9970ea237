import { expect, it } from "vitest";
import { hintFor } from "./hint-for.js";

function check(mutator: string, original: string, replacement: string, expected: string): void {
  expect(hintFor({ mutator, original, replacement })).toBe(expected);
}

const boundary = (from: string, to: string) =>
  `test the boundary value itself, where both sides are equal: ${from} and ${to} differ only there`;
const bothWays = (code: string) => `test one case in which ${code} is true and one in which it is false, and assert what differs`;
const exact = (from: string, to: string, trap: string) => `assert the exact result, ${trap}, so that ${from} and ${to} differ`;
const assigned = (from: string, to: string) => `assert the value after the assignment, with values for which ${from} and ${to} differ`;
const NOT_0 = "with a right side that is not 0";
const NOT_01 = "with operands other than 0 and 1";

it.each<[mutator: string, original: string, replacement: string, expected: string]>([
  ["ArithmeticOperator", "a + b", "a - b", exact("+", "-", NOT_0)],
  ["ArithmeticOperator", "a - b", "a + b", exact("-", "+", NOT_0)],
  ["ArithmeticOperator", "a * b", "a / b", exact("*", "/", NOT_01)],
  ["ArithmeticOperator", "a % b", "a * b", exact("%", "*", NOT_01)],
  ["ArithmeticOperator", "f('x') + b", 'f("x") - b', "assert the exact result of the calculation"],
  ["ArithmeticOperator", "a-b", "a.b", "assert the exact result of the calculation"],
  ["ArithmeticOperator", "a.b", "a-b", "assert the exact result of the calculation"],
  ["ArrayDeclaration", "[1]", "[]", "assert what is in the list, not only that there is one"],
  ["ArrayDeclaration", "[]", '["Stryker was here"]', "test the case in which the list is empty, and assert that nothing is in it"],
  ["ArrowFunction", "() => 1", "() => undefined", "assert what the function returns, or what becomes of it; undefined must not do"],
  ["AssignmentOperator", "a += b", "a -= b", assigned("+=", "-=")],
  ["AssignmentOperator", "a ??= b", "a &&= b", assigned("??=", "&&=")],
  ["AssignmentOperator", "a <<= b", "a >>= b", assigned("<<=", ">>=")],
  ["AssignmentOperator", "a['b'] += b", 'a["b"] -= b', assigned("this assignment", "another")],
  ["BlockStatement", "{ a(); }", "{}", "assert what only this block does: what it returns, throws, changes or calls"],
  ["BooleanLiteral", "true", "false", "assert what follows from true; with false the test must fail"],
  ["BooleanLiteral", "false", "true", "assert what follows from false; with true the test must fail"],
  ["BooleanLiteral", "!isOver", "isOver", "assert both ways that !isOver can go"],
  ["ConditionalExpression", "a > b", "true", "test a case in which a > b is false, and assert what then happens"],
  ["ConditionalExpression", "a >\n  b", "false", "test a case in which a > b is true, and assert what then happens"],
  ["ConditionalExpression", 'case "a": f();', 'case "a":', 'assert what happens for case "a"'],
  ["ConditionalExpression", 'case "a:b": f();', 'case "a:b":', 'assert what happens for case "a:b"'],
  [
    "ConditionalExpression",
    "for (;;) { switch (a) { case 1: } }",
    "for (; false;) {\n  switch (a) {\n    case 1:\n  }\n}",
    "assert what the loop does when it runs",
  ],
  ["ConditionalExpression", "default: f();", "default:", "assert what happens for default"],
  ["ConditionalExpression", "for (;;) {}", "for (; false;) {}", "assert what the loop does when it runs"],
  ["EqualityOperator", "a >= b", "a > b", boundary(">=", ">")],
  ["EqualityOperator", "a > b", "a >= b", boundary(">", ">=")],
  ["EqualityOperator", "a <= b", "a < b", boundary("<=", "<")],
  ["EqualityOperator", "a < b", "a <= b", boundary("<", "<=")],
  ["EqualityOperator", "a >= b", "a < b", bothWays("a >= b")],
  ["EqualityOperator", "a < b", "a >= b", bothWays("a < b")],
  ["EqualityOperator", "a === b", "a !== b", bothWays("a === b")],
  ["EqualityOperator", "a != b", "a == b", bothWays("a != b")],
  ["EqualityOperator", "f('a') > b", 'f("a") >= b', "test values on both sides of the comparison, and the boundary itself"],
  ["LogicalOperator", "a && b", "a || b", "test a case in which only one of both sides is true, and assert what then happens"],
  ["LogicalOperator", "a || b", "a && b", "test a case in which only one of both sides is true, and assert what then happens"],
  ["LogicalOperator", "'a' || b", '"a" && b', "test a case in which only one of both sides is true, and assert what then happens"],
  [
    "LogicalOperator",
    "a ?? b",
    "a && b",
    "test once with null or undefined on the left and once with a value there, and assert which side is taken",
  ],
  ["LogicalOperator", "'a' ?? b", '"a" && b', "test a case in which only one of both sides is true, and assert what then happens"],
  ["MethodExpression", "name.trim()", "name", "test a value that .trim() changes, and assert the result"],
  ["MethodExpression", "a?.slice(1)", "a", "test a value that .slice() changes, and assert the result"],
  ["MethodExpression", "a\n  .sort()", "a", "test a value that .sort() changes, and assert the result"],
  ["MethodExpression", "a[b].trim()", "a", "test a value for which the two methods give different results, and assert the result"],
  ["MethodExpression", "a.some(f)", "a.every(f)", "test a value for which the two methods give different results, and assert the result"],
  ["MethodExpression", "('a').trim()", '"a"', "test a value for which the two methods give different results, and assert the result"],
  ["ObjectLiteral", "{ a }", "{}", "assert the fields of the object, not only that there is one"],
  ["OptionalChaining", "a?.b", "a.b", "test with null or undefined in front of the ?., and assert that nothing is thrown"],
  ["Regex", "/^a/", "/a/", "test a text that only one of /^a/ and /a/ matches"],
  ["StringLiteral", '"a"', '""', "assert the exact text, not only that there is one"],
  ["StringLiteral", '""', '"Stryker was here!"', "test the case in which the text is empty, and assert that it is"],
  ["UnaryOperator", "-a", "+a", "assert the exact result for a value other than 0, its sign too"],
  ["UpdateOperator", "a++", "a--", "assert the value after it was counted, or how often the loop runs"],
  ["Own", "a", "b", "test a case in which a and b differ, and assert the result"],
  ["Own", "a".repeat(60), "a".repeat(61), `test a case in which ${"a".repeat(60)} and ${"a".repeat(60)}… differ, and assert the result`],
])("%s: %j → %j", check);
