import { PRICE } from "../repo.mjs";

const EDITED = `${PRICE}\nexport function tax(amount: number): number {\n  return amount * 0.2;\n}\n`;
/** Three lines above the function: every line of the report is now about another line. */
const MOVED = `// Prices\n// are in\n// cents.\n${PRICE.replace("amount - 10", "amount - 20")}`;

/** Reports made from another text than the one that is there. */
export const FRESHNESS = [
  {
    name: "a report from before the edit, with bandline's record",
    truth: { verdict: "refuse", because: "nobody measured the text that is there" },
    make(repo) {
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
      repo.commit({ "src/price.ts": MOVED });
    },
  },
  {
    name: "a report from before the edit, without a record",
    truth: { verdict: "refuse", because: "nobody measured the text that is there" },
    make(repo) {
      repo.test({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
      repo.commit({ "src/price.ts": EDITED });
      repo.touch("coverage/lcov.info", -60);
    },
  },
  {
    name: "the same, downloaded after the edit, so that its time says nothing",
    truth: { verdict: "refuse", because: "nobody measured the text that is there" },
    make(repo) {
      repo.test({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
      repo.commit({ "src/price.ts": EDITED });
      repo.touch("coverage/lcov.info", 60);
    },
  },
  {
    name: "a file written again with the same text, with bandline's record",
    truth: { verdict: "pass", because: "the text is the one that was measured" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("amount - 10", "amount - 20") });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
      repo.touch("src/price.ts", 60);
    },
  },
  {
    name: "a file written again with the same text, without a record",
    truth: { verdict: "pass", because: "the text is the one that was measured" },
    make(repo) {
      repo.commit({ "src/price.ts": PRICE.replace("amount - 10", "amount - 20") });
      repo.test({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
      repo.touch("src/price.ts", 60);
    },
  },
];
