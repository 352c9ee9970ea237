import { PRICE } from "../repo.mjs";

const CALL = (last) => `export function send(post: (body: object) => void, amount: number): void {
  if (amount > 0) {
    post({
      amount,
      ${last}
    });
  }
}
`;
const PYTHON = (last) => `def send(post, amount):
    if amount > 0:
        post(
            amount,
            ${last}
        )
`;
const TEST_LEFT = `import { expect, test } from "vitest";
import { price } from "./price.js";
test("a small amount stays", () => expect(price(1)).toBe(1));
`;

/** What a changed line is, and what a change takes away. */
export const CODE = [
  {
    name: "a later line of a statement of several lines",
    truth: { verdict: "fail", at: { "src/send.ts": [5] }, because: "the statement begins on line 3, and never ran" },
    base: { "src/send.ts": CALL(`currency: "EUR",`) },
    make(repo) {
      repo.commit({ "src/send.ts": CALL(`currency: "USD",`) });
      repo.testWithRecord({ "src/send.ts": { 2: 1, 3: 0 } });
    },
  },
  {
    name: "the same in Python",
    truth: { verdict: "fail", at: { "send.py": [5] }, because: "the statement begins on line 3, and never ran" },
    base: { "send.py": PYTHON(`"EUR",`) },
    make(repo) {
      repo.commit({ "send.py": PYTHON(`"USD",`) });
      repo.test({ "send.py": { 1: 1, 2: 1, 3: 0 } });
    },
  },
  {
    name: "a file of types that is in no report",
    truth: { verdict: "pass", because: "types cannot run" },
    make(repo) {
      repo.commit({ "src/types.ts": "export interface Item {\n  readonly amount: number;\n}\n" });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
    },
  },
  {
    name: "a test that is in no report",
    truth: { verdict: "pass", because: "tests are not what is measured" },
    make(repo) {
      repo.commit({ "src/more.test.ts": `import { test } from "vitest";\ntest("more", () => {});\n` });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
    },
  },
  {
    name: "a changed condition that was never true",
    truth: { verdict: "fail", at: { "src/price.ts": [2] }, because: "the changed line ran, but one of its two arms never did" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("> 100", "> 200") });
      repo.test("TN:\nSF:src/price.ts\nBRDA:2,0,0,0\nBRDA:2,0,1,2\nBRF:2\nBRH:1\nDA:2,2\nDA:3,0\nDA:5,2\nLF:3\nLH:2\nend_of_record\n");
    },
  },
  {
    name: "a deleted test",
    truth: {
      verdict: "fail",
      at: { "src/price.test.ts": [4], "src/price.ts": [3] },
      because: "line 3 of `src/price.ts` was tested, and is no longer",
    },
    make(repo) {
      repo.commit({ "src/price.test.ts": TEST_LEFT });
      repo.testWithRecord({ "src/price.ts": { 2: 1, 3: 0, 5: 1 } });
    },
  },
  {
    name: "an untested line behind a new `v8 ignore` hint, so that no report has it",
    truth: { verdict: "fail", at: { "src/price.ts": [3, 4] }, because: "the hint hides a line that never ran" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("    return amount - 10", "    /* v8 ignore next */\n    return amount - 20") });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 6: 1 } });
    },
  },
];
