// What has to hold of a new feature, in order: each case finds the clone as the one before left it.
import { deepStrictEqual as equal, ok } from "node:assert";

const USE_CASE = "packages/billing/src/application/use-cases/add-entry.ts";
const ENTITY = "packages/billing/src/entities/entry.ts";
const TESTS = [
  "packages/billing/src/application/use-cases/add-entry.test.ts",
  "packages/billing/src/entities/entry.test.ts",
  "packages/billing/src/interface-adapters/controllers/billing-controller.test.ts",
];
const CHANGED = [" M pnpm-lock.yaml", " M tsconfig.json", " M tsconfig.tests.json", "?? packages/billing/"];

/** The document of a command, and what it ended with. */
function answer({ status, stdout, stderr }) {
  try {
    return { status, document: JSON.parse(stdout) };
  } catch {
    throw new Error(`stdout is no document, exit ${status}:\n${stdout.slice(-1_000)}${stderr.slice(-2_000)}`);
  }
}

function green(name, { status, stdout, stderr }) {
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`.split("\n");
  const told = said.filter((line) => /\b(?:FAIL|ERROR|error)\b|Error:/.test(line)).slice(0, 20);
  throw new Error([`${name} ended with ${status}:`, ...told, "…", ...said.slice(-20)].join("\n"));
}

const statusOf = (clone) => clone.git("status", "--porcelain").split("\n").filter(Boolean);
const stateOf = (clone) => [statusOf(clone), clone.git("diff", "HEAD"), clone.git("ls-files", "--others", "--exclude-standard")];

/** While `act` runs, some files have other texts. */
function changing(clone, files, change, act) {
  const texts = files.map((file) => [file, clone.read(file)]);
  try {
    for (const [file, text] of texts) {
      ok(change(text) !== text, `nothing was changed in ${file}`);
      clone.write(file, change(text));
    }
    return act();
  } finally {
    for (const [file, text] of texts) clone.write(file, text);
  }
}

export const CASES = [
  {
    name: "`pnpm new:feature billing` makes a feature, and changes nothing but what registers it",
    run(clone) {
      const { status, document } = answer(clone.pnpm("new:feature", "billing"));
      equal([status, document.errors, document.registered], [0, [], ["tsconfig.json", "tsconfig.tests.json", "pnpm-lock.yaml"]]);
      equal(statusOf(clone), CHANGED);
      const made = clone.git("ls-files", "--others", "--exclude-standard").trim().split("\n");
      equal(document.feature.files, made.toSorted());
      equal(clone.git("diff", "--numstat").match(/^\d+\t\d+/gm), ["19\t0", "1\t0", "2\t1"]);
      return `${made.length} files`;
    },
  },
  {
    name: "a second `pnpm new:feature billing` is refused, and changes nothing",
    run(clone) {
      const before = stateOf(clone);
      const { status, document } = answer(clone.pnpm("new:feature", "billing"));
      equal([status, document.errors.map(({ code }) => code)], [2, ["FEATURE_NAME_TAKEN"]]);
      equal(stateOf(clone), before);
      return document.errors[0].message;
    },
  },
  {
    name: "it passes eslint, prettier, knip and every rule of `pnpm conformance`",
    run(clone) {
      green("eslint", clone.pnpm("exec", "eslint", "--max-warnings=0", "packages/billing"));
      green("prettier", clone.pnpm("exec", "prettier", "--check", "packages/billing", "tsconfig.json", "tsconfig.tests.json"));
      green("knip", clone.pnpm("exec", "knip"));
      const { status, document } = answer(clone.pnpm("conformance"));
      const held = document.rules.filter((rule) => rule.status === "pass");
      equal([status, document.rules.filter((rule) => rule.status !== "pass")], [0, []]);
      return `nothing found, ${held.length} rules hold`;
    },
  },
  {
    name: "an arrow from its entity to another feature is refused",
    run: (clone) =>
      changing(
        clone,
        [ENTITY],
        (text) => `import "@repo/blog";\n${text}`,
        () => {
          const { status, document } = answer(clone.pnpm("conformance", "--rule", "arrows"));
          const [{ findings }] = document.rules;
          ok(status === 1 && findings.some(({ file }) => file === ENTITY), `conformance ended with ${status}: ${JSON.stringify(findings)}`);
          return findings.map(({ message }) => message).join(", ");
        },
      ),
  },
  {
    name: "`pnpm verify` is green",
    run(clone) {
      const verified = clone.pnpm("verify", "--base", "HEAD");
      green("verify", verified);
      const { document } = answer(verified);
      equal([document.status, document.failedStep, document.errors], ["pass", null, []]);
      const { lines, branches, functions, statements } = document.aggregate.byPackage["@repo/billing"];
      equal([lines.pct, branches.pct, functions.pct, statements.pct], [100, 100, 100, 100]);
      const { executableLines, coveredLines, uncoveredCount } = document.diff.summary;
      ok(executableLines > 10 && coveredLines === executableLines && uncoveredCount === 0);
      equal(document.diff.warnings, []);
      return `${coveredLines} of ${executableLines} changed executable lines ran, ${branches.covered} of ${branches.total} arms`;
    },
  },
  {
    name: "`pnpm mutate --filter @repo/billing` is green",
    run(clone) {
      const { status, document } = answer(clone.pnpm("mutate", "--filter", "@repo/billing", "--no-score"));
      const [{ score, counts }] = document.packages;
      equal([status, document.status, score, counts.survived + counts.noCoverage + counts.inconclusive], [0, "pass", 100, 0]);
      ok(counts.killed >= 10);
      return `${counts.killed} of ${counts.killed} mutants killed`;
    },
  },
  {
    name: "a bug in its use case makes `pnpm verify` and `pnpm mutate` red",
    run: (clone) =>
      changing(
        clone,
        [USE_CASE],
        (text) => text.replace("(await entries.add(entry)) ? entry", "!(await entries.add(entry)) ? entry"),
        () => {
          const verified = answer(clone.pnpm("verify", "--base", "HEAD"));
          equal([verified.status, verified.document.failedStep], [1, "test"]);
          const mutated = answer(clone.pnpm("mutate", "--filter", "@repo/billing", "--no-score"));
          equal([mutated.status, mutated.document.errors.map(({ code }) => code)], [3, ["BASELINE_FAILED"]]);
          return "verify failed at test, mutate at the baseline";
        },
      ),
  },
  {
    name: "tests that expect nothing make `pnpm mutate` red",
    run: (clone) =>
      changing(clone, TESTS, withoutExpectations, () => {
        const { status, document } = answer(clone.pnpm("mutate", "--filter", "@repo/billing", "--no-score"));
        const [{ score, counts }] = document.packages;
        ok(status === 1 && document.status === "fail" && counts.survived > 5, `exit ${status}, ${counts.survived} survived`);
        return `${counts.survived} of ${counts.survived + counts.killed} mutants survived, score ${score}`;
      }),
  },
];

function withoutExpectations(text) {
  return text.replace(/expect\((await )?(.*)\)\.toEqual\(.*\);/g, "$1$2;");
}
