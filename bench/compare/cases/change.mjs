import { PRICE } from "../repo.mjs";

const CHANGED = PRICE.replace("amount - 10", "amount - 20");
const TAX = "export function tax(amount: number): number {\n  return amount * 0.2;\n}\n";
/** Ten functions of three lines. */
const LONG = Array.from({ length: 10 }, (_, n) => `export function f${n}(): number {\n  return ${n};\n}\n`).join("");
const COUNTS_OF_LONG = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [3 * n + 2, n === 0 ? 1 : 0]));

/** A new file under a name that is hard to read in a diff. */
function nameCase(name, path) {
  return {
    name,
    truth: { verdict: "fail", at: { [path]: [2] }, because: "line 2 never ran" },
    make(repo) {
      repo.commit({ [path]: TAX });
      repo.testWithRecord({ [path]: { 2: 0 } });
    },
  };
}

function untrackedCase(name, flags) {
  return {
    name,
    truth: { verdict: "fail", at: { "src/tax.ts": [2] }, because: "line 2 never ran" },
    make(repo) {
      repo.write({ "src/tax.ts": TAX });
      repo.testWithRecord({ "src/tax.ts": { 2: 0 } });
      return flags;
    },
  };
}

/** Which lines changed. */
export const CHANGE = [
  untrackedCase("an untracked file", {}),
  untrackedCase("the same, with `--include-untracked` for diff-cover", { diffCover: ["--include-untracked"] }),
  {
    name: "a commit, then an unstaged edit above it",
    truth: { verdict: "fail", at: { "src/price.ts": [6] }, because: "the committed line is line 6 now, and never ran" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.write({ "src/price.ts": `// Prices\n// are in\n// cents.\n${CHANGED}` });
      repo.testWithRecord({ "src/price.ts": { 5: 2, 6: 0, 8: 1 } });
    },
  },
  {
    name: "no newline at the end of the old file",
    truth: { verdict: "fail", at: { "src/last.ts": [2] }, because: "line 2 never ran" },
    base: { "src/last.ts": "export const first = () => 1;\nexport const last = () => 2;" },
    make(repo) {
      repo.commit({
        "src/last.ts": "export const first = () => 1;\nexport const last = () => first() + 2;\nexport const more = first();\n",
      });
      repo.testWithRecord({ "src/last.ts": { 1: 1, 2: 0, 3: 1 } });
    },
  },
  nameCase("a name that is not ASCII", "src/größe.ts"),
  nameCase("a path with ` b/` in it", "src/a b/tax.ts"),
  nameCase("a path with a blank", "src/my tax.ts"),
  {
    name: "a renamed file with one changed line",
    truth: { verdict: "pass", because: "the one changed line ran" },
    base: { "src/long.ts": LONG },
    make(repo) {
      repo.commit({ "src/long.ts": null, "src/renamed.ts": LONG.replace("return 0", "return 100") });
      repo.testWithRecord({ "src/renamed.ts": COUNTS_OF_LONG });
    },
  },
  {
    name: "the same, where git's configuration says `diff.renames=false`",
    truth: { verdict: "pass", because: "the one changed line ran" },
    base: { "src/long.ts": LONG },
    make(repo) {
      repo.git("config", "diff.renames", "false");
      repo.commit({ "src/long.ts": null, "src/renamed.ts": LONG.replace("return 0", "return 100") });
      repo.testWithRecord({ "src/renamed.ts": COUNTS_OF_LONG });
    },
  },
  {
    name: "a branch without a merge base, as in a shallow clone",
    truth: { verdict: "refuse", because: "nobody knows what changed" },
    make(repo) {
      repo.git("checkout", "--quiet", "--orphan", "alone");
      repo.commit({ "src/price.ts": CHANGED });
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
    },
  },
  {
    name: "a base that does not exist",
    truth: { verdict: "refuse", because: "nobody knows what changed" },
    make(repo) {
      repo.commit({ "src/price.ts": CHANGED });
      repo.git("branch", "--quiet", "-D", "main");
      repo.testWithRecord({ "src/price.ts": { 2: 2, 3: 1, 5: 1 } });
    },
  },
];
