import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy } from "../policy/file-policy.js";
import { judgeUseCaseTests, untestedUseCases } from "./judge-use-case-tests.js";

const FOLDER = "packages/shop/src/application/use-cases";
const exempting = createPolicy([], { exempt: [{ id: "legacy", globs: ["**/legacy-*"], why: "it goes" }] });

it.each<[sentence: string, names: string[], untested: string[]]>([
  ["one with its test", ["buy.ts", "buy.test.ts"], []],
  ["one whose test is called spec", ["buy.ts", "buy.spec.tsx"], []],
  ["one without", ["buy.ts", "sell.ts", "sell.test.ts"], ["buy.ts"]],
  ["one further down, whose test is not beside it", ["gifts/wrap.ts", "wrap.test.ts"], ["gifts/wrap.ts"]],
  ["one that is exempt", ["legacy-buy.ts"], []],
  ["an index", ["index.ts"], []],
])("of use cases: %s", (_sentence, names, untested) => {
  const files = names.map((name) => asRepoPath(`${FOLDER}/${name}`));
  expect(untestedUseCases(files, exempting)).toEqual(untested.map((name) => `${FOLDER}/${name}`));
});

it.each<[sentence: string, text: string, isTold: boolean]>([
  ["with code", "export const buy = () => 1;\n", true],
  ["of types alone", "export interface Buy { price: number }\n", false],
  ["with a syntax error", "export const buy = (;\n", true],
])("one %s", (_sentence, text, isTold) => {
  const file = asRepoPath(`${FOLDER}/buy.ts`);
  const finding = { file, line: 1, message: "the use case has no test beside it", hint: `write ${FOLDER}/buy.test.ts`, code: null };
  expect(judgeUseCaseTests([{ file, text }])).toEqual(isTold ? [finding] : []);
});
