import { PRICE } from "../repo.mjs";

const CHANGED = PRICE.replace("amount - 10", "amount - 20");
const ALL_RAN = { "src/price.ts": { 2: 2, 3: 1, 5: 1 } };

/** What any tool of this kind has to know. */
export const PLAIN = [
  {
    name: "a changed line that a test runs",
    truth: { verdict: "pass", because: "the line ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.testWithRecord(ALL_RAN);
    },
  },
  {
    name: "a changed line that no test runs",
    truth: { verdict: "fail", at: { "src/price.ts": [3] }, because: "line 3 never ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 0, 5: 1 } });
    },
  },
  {
    name: "an unstaged edit alone",
    truth: { verdict: "fail", at: { "src/price.ts": [3] }, because: "line 3 never ran" },
    make(repo) {
      repo.write({ "src/price.ts": CHANGED });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 0, 5: 1 } });
    },
  },
  {
    name: "an untested line that did not change",
    truth: { verdict: "pass", because: "the changed line ran" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("return amount;", "return amount + 0;") });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 0, 5: 1 } });
    },
  },
  {
    name: "lines are deleted, none is added",
    truth: { verdict: "pass", because: "nothing is left to run" },
    make(repo) {
      repo.commit({ "src/price.ts": "export function price(amount: number): number {\n  return amount;\n}\n" });
      repo.testWithRecord({ "src/price.ts": { 2: 2 } });
    },
  },
  {
    name: "a comment changes in a function that no test runs",
    truth: { verdict: "pass", because: "a comment cannot run" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("  return amount;", "  // Small amounts stay.\n  return amount;") });
      repo.testWithRecord({ "src/price.ts": { 2: 0, 3: 0, 6: 0 } });
    },
  },
  {
    name: "the base moved on since the branch left it",
    truth: { verdict: "pass", because: "the change began at the merge base, and its line ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.git("checkout", "--quiet", "main");
      repo.commit({ "src/other.ts": "export const other = () => 1;\n" });
      repo.git("checkout", "--quiet", "change");
      repo.testWithRecord(ALL_RAN);
    },
  },
  {
    name: "a change of documentation and settings alone",
    truth: { verdict: "pass", because: "nothing of it can run under test" },
    make(repo) {
      repo.commit({
        "README.md": "# Shop\n",
        "src/style.css": "a { color: red; }\n",
        "tsconfig.json": "{}\n",
        Dockerfile: "FROM node:22\n",
      });
      repo.testWithRecord(ALL_RAN);
    },
  },
  {
    name: "two reports, each of which ran another part",
    truth: { verdict: "pass", because: "one of them ran the line" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.test({ "src/price.ts": { 2: 1, 3: 0, 5: 1 } }, { at: "coverage/unit.info" });
      repo.test({ "src/price.ts": { 2: 1, 3: 1, 5: 0 } }, { at: "coverage/e2e.info" });
      return { reports: ["coverage/unit.info", "coverage/e2e.info"] };
    },
  },
];
