/** Did all tests run, and was all of it counted? What speaks against it, by package. */
import type { Problem } from "../contract/common.js";
import type { RepoPath } from "../path/repo-path.js";
import type { PackageFacts, PolicyOf } from "../policy/file-policy.js";
import { SOURCE_ENDINGS } from "../policy/source-endings.js";
import { shellWord } from "../shell-word.js";
import { sumTests, type TestFacts, type TestRun } from "../tests/test-facts.js";

export interface CompletenessInput {
  readonly packages: readonly PackageFacts[];
  /** Whether each of them should have a report; not where flags named the reports and nothing was said of the others. */
  readonly expectsAll: boolean;
  /** Every file of the repository. */
  readonly files: readonly RepoPath[];
  readonly policyOf: PolicyOf;
  /** Names of the packages that a report lies in, or speaks of. */
  readonly reported: ReadonlySet<string>;
  /** Names of the packages of which a report that is looked for is not there. */
  readonly missing: ReadonlySet<string>;
  readonly runs: readonly TestRun[];
  /** Files that bear a test report's name, and are none. */
  readonly unread: readonly string[];
}

/** @returns nothing where all is counted, as far as reports tell: a package without a test report is taken to have run its tests. */
export function judgeCompleteness(input: CompletenessInput): Problem[] {
  return [
    ...(input.expectsAll ? input.packages.flatMap((each) => packageProblems(each, input)) : []),
    ...[...sumTests(input.runs)].flatMap(([name, facts]) => {
      const reports = input.runs.filter((run) => run.package === name).map((run) => run.name);
      return testProblems(name, facts, reports, testsOf(input.packages.find((each) => each.name === name)));
    }),
    ...input.unread.map((name) => ({
      code: "TESTS_UNKNOWN",
      message: `${name} bears the name of a test report and is none`,
      hint: "let the tests write JUnit XML there, or name the test reports with --tests",
    })),
  ];
}

/** A manifest promises coverage; a file that is not exempt needs it. */
function packageProblems(each: PackageFacts, { files, policyOf, reported, missing }: CompletenessInput): Problem[] {
  const problem = (what: string): Problem => ({
    code: "PACKAGE_WITHOUT_REPORT",
    message: `${each.name} has ${what}`,
    hint: `${testsOf(each)}, or name its report with --input`,
  });
  const isReported = reported.has(each.name);
  if (each.manifest !== null && (missing.has(each.name) || !isReported)) return [problem("a manifest, and a report of it is not there")];
  if (isReported) return [];
  const source = files.find((file) => isSourceOf(each, file, policyOf));
  return source === undefined ? [] : [problem(`source files, such as ${source}, and no report`)];
}

/** As the diff gates it: not exempt, and of a language that some reader understands. */
function isSourceOf(home: PackageFacts, file: RepoPath, policyOf: PolicyOf): boolean {
  if (!SOURCE_ENDINGS.test(file)) return false;
  const policy = policyOf(file);
  return policy.package?.name === home.name && policy.exempt === null;
}

function testProblems(name: string, { count, failed, skipped }: TestFacts, reports: readonly string[], hint: string): Problem[] {
  const [first = "", ...more] = reports;
  const where = more.length === 0 ? first : `${first} and ${more.length} more`;
  if (count === 0) return [{ code: "NO_TESTS_RAN", message: `${name}: no test ran, ${skipped} were skipped (${where})`, hint }];
  if (failed === 0) return [];
  const message = `${name}: ${failed} of ${count} tests failed (${where}), and what they did not reach counts as not run`;
  return [{ code: "TESTS_FAILED", message, hint }];
}

/** The command that runs a package's tests; all tests, where they belong to none. */
function testsOf(home: PackageFacts | undefined): string {
  return home === undefined || home.folder === "" ? "pnpm test --coverage" : `pnpm test --coverage --filter ${shellWord(home.name)}`;
}
