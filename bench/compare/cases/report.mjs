import { PRICE, lcovOf } from "../repo.mjs";

const CHANGED = PRICE.replace("amount - 10", "amount - 20");
const NOT_RUN = { 2: 2, 3: 0, 5: 1 };
const CUT = "SF:src/aaa.ts\nDA:1,1\nend_of_record\nTN:\nSF:src/price.ts\nDA:2,2\n";
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d7a2146".repeat(8)}\nsize 12345\n`;
const COBERTURA = `<?xml version="1.0" ?>
<coverage line-rate="1" branch-rate="0" version="1" timestamp="1700000000">
  <sources><source>.</source></sources>
  <packages><package name="src"><classes><class name="price.ts" filename="src/price.ts"><methods/>
    <lines><line number="2" hits="2"/><line number="3" hits="1"/><line number="5" hits="1"/></lines>
  </class></classes></package></packages>
</coverage>
`;
/** What the case is about is the report; the change is always the same line, which no test runs. */
function reportCase(name, verdict, because, lcov) {
  return {
    name,
    truth: { verdict, because, ...(verdict === "fail" ? { at: { "src/price.ts": [3] } } : {}) },
    base: { "src/aaa.ts": "export const aaa = 1;\n" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.test(lcov);
    },
  };
}

/** Reports that cannot be relied on, or that name files in their own way. */
export const REPORT = [
  {
    name: "a new file that is in no report",
    truth: { verdict: "fail", at: { "src/tax.ts": [1] }, because: "no test imports the new file" },
    make(repo) {
      repo.commit({ "src/tax.ts": "export const tax = (amount: number): number => amount * 0.2;\n" });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
    },
  },
  {
    name: "a new Python file that is in no report",
    truth: { verdict: "fail", at: { "tax.py": [1, 2] }, because: "no test imports the new file" },
    base: { "price.py": "def price():\n    return 1\n" },
    make(repo) {
      repo.commit({ "tax.py": "def tax(amount):\n    return amount * 0.2\n" });
      repo.test({ "price.py": { 1: 1, 2: 1 } });
    },
  },
  reportCase("an empty report", "refuse", "nothing was measured", ""),
  reportCase("a Git LFS pointer where the report should be", "refuse", "nothing was measured", LFS),
  reportCase("a log where the report should be", "refuse", "nothing was measured", "> vitest run\n 12 passed\n"),
  reportCase("a report that ends in the middle of a record", "refuse", "the rest of the file is unknown", CUT),
  {
    ...reportCase("no report at all", "refuse", "nothing was measured", ""),
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
    },
  },
  {
    name: "paths relative to the package",
    truth: { verdict: "fail", at: { "packages/cart/src/sum.ts": [2] }, because: "line 2 never ran" },
    base: { "packages/cart/package.json": `{ "name": "cart" }\n`, "packages/cart/.gitignore": "/coverage/\n" },
    make(repo) {
      repo.commit({ "packages/cart/src/sum.ts": "export function sum(): number {\n  return 1;\n}\n" });
      repo.test({ "src/sum.ts": { 2: 0 } }, { at: "packages/cart/coverage/lcov.info" });
      return { reports: ["packages/cart/coverage/lcov.info"] };
    },
  },
  reportCase(
    "absolute paths of another machine",
    "fail",
    "line 3 never ran",
    lcovOf({ "/home/runner/work/shop/shop/src/price.ts": NOT_RUN }),
  ),
  {
    name: "absolute paths of this checkout",
    truth: { verdict: "fail", at: { "src/price.ts": [3] }, because: "line 3 never ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.test({ [`${repo.root}/src/price.ts`]: NOT_RUN });
    },
  },
  reportCase("paths with `./`", "fail", "line 3 never ran", lcovOf({ "./src/price.ts": NOT_RUN })),
  reportCase("paths with back-slashes", "fail", "line 3 never ran", lcovOf({ "src\\price.ts": NOT_RUN })),
  reportCase("a report of another repository", "refuse", "it speaks of no file that is here", lcovOf({ "lib/elsewhere.ts": { 1: 1 } })),
  {
    name: "a report in Cobertura's format",
    truth: { verdict: "pass", because: "line 3 ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.test(COBERTURA, { at: "coverage/coverage.xml" });
      return { reports: ["coverage/coverage.xml"] };
    },
  },
];
