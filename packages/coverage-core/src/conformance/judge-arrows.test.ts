import { expect, it } from "vitest";
import { judgeArrows, parseCruise } from "./judge-arrows.js";

const FROM = "src/a.ts";
const rule = (name: string, severity = "error") => ({ name, severity });
const RULES = {
  forbidden: [{ name: "pure", comment: "Read it elsewhere, and hand it in." }, { name: "bare" }, { comment: "of none" }],
  required: [{ name: "needs", comment: "Import it." }],
  options: {},
};
const MODULES = [
  { source: "src/a.ts" },
  { source: "fs", coreModule: true },
  { source: "./gone.js", couldNotResolve: true },
  { source: "node_modules/zod/index.js", coreModule: false, couldNotResolve: false },
];
const cruise = (violations: object[], ruleSetUsed: unknown = RULES) =>
  JSON.stringify({ summary: { violations, ruleSetUsed }, modules: MODULES });
const TEXTS = new Map([
  [FROM, "import { b } from \"./b.js\";\nimport { c } from './c.js';\n"],
  ["node.ts", '\nimport "node:fs";\n'],
]);

it.each<[sentence: string, violation: object, told: string]>([
  [
    "an import",
    { rule: rule("pure"), from: FROM, to: "src/c.ts", unresolvedTo: "./c.js" },
    "src/a.ts:2 pure: it imports src/c.ts | Read it elsewhere, and hand it in.",
  ],
  [
    "an import in double quotes",
    { rule: rule("pure"), from: FROM, to: "src/b.ts", unresolvedTo: "./b.js" },
    "src/a.ts:1 pure: it imports src/b.ts | Read it elsewhere, and hand it in.",
  ],
  [
    "a module of node's, of which dependency-cruiser says no name",
    { rule: rule("pure"), from: "node.ts", to: "fs" },
    "node.ts:2 pure: it imports fs | Read it elsewhere, and hand it in.",
  ],
  [
    "an import that stands nowhere in the text",
    { rule: rule("pure"), from: FROM, to: "src/d.ts", unresolvedTo: "./d.js" },
    "src/a.ts:- pure: it imports src/d.ts | Read it elsewhere, and hand it in.",
  ],
  [
    "a file that was not read",
    { rule: rule("pure"), from: "x.ts", to: "src/d.ts", unresolvedTo: "./d.js" },
    "x.ts:- pure: it imports src/d.ts | Read it elsewhere, and hand it in.",
  ],
  [
    "a rule without a comment",
    { rule: rule("bare"), from: FROM, to: "src/c.ts" },
    "src/a.ts:- bare: it imports src/c.ts | see the rule bare of dependency-cruiser's configuration",
  ],
  ["a rule of another list", { rule: rule("needs"), from: FROM, to: FROM }, "src/a.ts:- needs: it breaks the rule by itself | Import it."],
  [
    "a circle",
    { rule: rule("pure"), from: FROM, to: "src/b.ts", unresolvedTo: "./b.js", cycle: [{ name: "src/b.ts" }, { name: FROM }] },
    "src/a.ts:1 pure: it imports itself: src/a.ts → src/b.ts → src/a.ts | Read it elsewhere, and hand it in.",
  ],
  [
    "a way",
    { rule: rule("pure"), from: FROM, to: "src/c.ts", via: [{ name: "src/b.ts" }, { name: "src/c.ts" }] },
    "src/a.ts:- pure: it reaches src/c.ts: src/a.ts → src/b.ts → src/c.ts | Read it elsewhere, and hand it in.",
  ],
])("%s is told with its line and the rule's comment", (_sentence, violation, told) => {
  const parsed = parseCruise(cruise([violation]));
  expect(parsed && judgeArrows(parsed, TEXTS).map((each) => `${each.file}:${each.line ?? "-"} ${each.message} | ${each.hint}`)).toEqual([
    told,
  ]);
});

it("what is no error is not told, and what was reached is a file", () => {
  expect(parseCruise(cruise([{ rule: rule("pure", "warn"), from: FROM, to: FROM }], null))).toEqual({
    violations: [],
    comments: new Map(),
    reached: ["src/a.ts", "node_modules/zod/index.js"],
  });
});

it.each(["", "{", "[]", "{}", '{ "summary": 1 }', '{ "summary": {} }', '{ "summary": { "violations": [] } }'])("no cruise: %s", (text) =>
  expect(parseCruise(text)).toBeUndefined(),
);
