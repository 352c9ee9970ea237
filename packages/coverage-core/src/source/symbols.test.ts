import { describe, expect, it } from "vitest";
import { createSymbolAt } from "./symbols.js";

/** `text` has one HERE. */
function check(text: string, expected: string | null, file = "a.ts"): void {
  const start = text.indexOf("HERE");
  expect(createSymbolAt(file, text)(start, start + 4)).toBe(expected);
}

describe("what stands around a place", () => {
  it.each<[string, string, string | null]>([
    ["nothing at the top", "f(HERE);", null],
    ["nothing in a callback at the top", "f(() => HERE);", null],
    ["a function", "function f() { return HERE; }", "f"],
    ["the default of a parameter", "function f(a = HERE) {}", "f"],
    ["an inner function", "function f() { function g() { HERE; } }", "f.g"],
    ["a callback's function", "function f() { return a.map((x) => HERE); }", "f"],
    ["a callback with a name", "function f() { return a.map(function each() { HERE; }); }", "f.each"],
    ["an arrow in a constant", "export const f = () => HERE;", "f"],
    ["a constant of a module", "const LIMIT = HERE;", "LIMIT"],
    ["a constant in a block of a module", "if (a) { const LIMIT = HERE; }", "LIMIT"],
    ["a wrapped function in a constant of a module", "const f = memo(() => HERE);", "f"],
    ["no plain constant of a function", "function f() { const a = HERE; }", "f"],
    ["no plain constant of an arrow", "const f = () => { const a = HERE; };", "f"],
    ["no plain constant of a method", "class A { m() { const a = HERE; } }", "A.m"],
    ["a class in a constant of a function", "function f() { const A = class { m() { HERE; } }; }", "f.A.m"],
    ["a function in a constant of a function", "const f = () => { const g = () => HERE; };", "f.g"],
    ["a constant whose function has a name too", "const f = function g() { HERE; };", "f"],
    ["a function under a type", "function f() { const g = (() => HERE) as unknown as G; }", "f.g"],
    ["a function that is checked against a type", "function f() { const g = (() => HERE) satisfies G; }", "f.g"],
    ["a function that is not null", "function f() { const g = (() => HERE)!; }", "f.g"],
    ["a function under an old type", "function f() { const g = <G>(() => HERE); }", "f.g"],
    ["no pattern", "const { a = HERE } = b;", null],
    ["a function that a pattern falls back on", "function f({ g = () => HERE }) {}", "f.g"],
    ["a function with a type that a parameter falls back on", "function f(g: G = () => HERE) {}", "f.g"],
    ["a method", "class A { m() { HERE; } }", "A.m"],
    ["a private method", "class A { #m() { HERE; } }", "A.#m"],
    ["a getter", "class A { get m() { return HERE; } }", "A.m"],
    ["a constructor", "class A { constructor() { HERE; } }", "A.constructor"],
    ["a field", "class A { static limit = HERE; }", "A.limit"],
    ["an accessor", "class A { accessor limit = HERE; }", "A.limit"],
    ["a computed method", "class A { [Symbol.iterator]() { HERE; } }", "A.[Symbol.iterator]"],
    ["a computed method on two lines", "class A { [a +\n  b]() { HERE; } }", "A.[a + b]"],
    ["a method with a text as name", "class A { 'a-b'() { HERE; } }", "A.a-b"],
    ["a method with a number as name", "class A { 1() { HERE; } }", "A.1"],
    ["a class's static block", "class A { static { HERE; } }", "A"],
    ["a class in a constant", "const A = class B { m() { HERE; } };", "A.m"],
    ["a class without a holder", "f(class B { m() { HERE; } });", "B.m"],
    ["a class without any name", "f(class { m() { HERE; } });", "m"],
    ["a method of an object", "const o = { m() { HERE; } };", "o.m"],
    ["a function of an object's object", "const o = { a: { get: () => HERE } };", "o.a.get"],
    ["an object, of a plain value", "const o = { a: HERE };", "o"],
    ["an object that a function makes", "function f() { return { get: () => HERE }; }", "f.get"],
    ["a key with quotes", 'const o = { "a-b": () => HERE };', "o.a-b"],
    ["what is assigned", "exports.f = () => HERE;", "f"],
    ["what is exported so", "module.exports.f = () => HERE;", "f"],
    ["what is assigned to another", "a.b = () => HERE;", "a.b"],
    ["what a constructor assigns", "class A { constructor() { this.f = () => HERE; } }", "A.constructor.f"],
    ["what is exported by another", "a.exports.f = () => HERE;", "a.exports.f"],
    ["not a plain assignment", "a = HERE;", null],
    ["a default function", "export default function () { HERE; }", "default"],
    ["a default arrow", "export default () => HERE;", "default"],
    ["a default class", "export default class { m() { HERE; } }", "default.m"],
    ["a default object", "export default { m() { HERE; } };", "default.m"],
    ["a default function with a name", "export default function f() { HERE; }", "f"],
    ["an enum's member", "enum E { A = HERE }", "E.A"],
    ["a namespace", "namespace N.M { f(HERE); }", "N.M"],
    ["a constant after an inner function", "function f() { function g() {} HERE; }", "f"],
    ["nothing in a text that cannot be parsed", "function f( { HERE", null],
  ])("%s", (_sentence, text, expected) => check(text, expected));

  it("what spans two functions belongs to neither", () => {
    const text = "function f() {} function g() {}";
    expect(createSymbolAt("a.ts", text)(0, text.length)).toBe(null);
  });

  it("the whole of a function belongs to it", () => {
    const text = "const f = () => 1;";
    expect(createSymbolAt("a.ts", text)(10, 17)).toBe("f");
    expect(createSymbolAt("a.ts", "function f() {}")(0, 15)).toBe("f");
  });

  it("another language has no names", () => check("function f() { HERE; }", null, "a.py"));
});
