/** Did every test file of a package contribute, and did no test fail before it measured anything? */
import type { Problem } from "../contract/common.js";
import type { Notice } from "../failure.js";
import type { RepoPath } from "../path/repo-path.js";
import type { PackageFacts } from "../policy/file-policy.js";
import type { ExecutedTest } from "../tests/executed-tests.js";
import { runCommand } from "./run-command.js";

/** A test, and the test file of the package that it stands in; null where that is not known. */
export interface PlacedTest extends ExecutedTest {
  readonly file: RepoPath | null;
}

export interface TestFilesInput {
  readonly package: PackageFacts;
  readonly files: readonly RepoPath[];
  /** Names of the test reports; none where there is none. */
  readonly reports: readonly string[];
  readonly tests: readonly PlacedTest[];
  /** Test files that covered something, as a report of coverage says; null where none says who covered what. */
  readonly measuring: ReadonlySet<RepoPath> | null;
}

export interface TestFilesVerdict {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Notice[];
  /** How many of the files contributed; null where nobody tells. */
  readonly contributed: number | null;
}

export function judgeTestFiles(input: TestFilesInput): TestFilesVerdict {
  const { files, reports, tests } = input;
  const untold = (message: string) => ({ errors: errored(input), warnings: [{ code: "TEST_FILES_UNTOLD", message }], contributed: null });
  if (files.length === 0) return { errors: errored(input), warnings: [], contributed: 0 };
  if (reports.length === 0) return untold(`${input.package.name}: no test report says which of its ${files.length} test files ran`);
  if (tests.length > 0 && !NAMED_BY_FILE.test(files.join("\n")) && tests.every(({ file, path }) => file === null && path === null))
    return untold(`${input.package.name}: ${reports.join(", ")} does not say in which files its tests stand`);
  const silent = files.flatMap((file) => silence(file, input));
  return { errors: [...errored(input), ...silent], warnings: [], contributed: files.filter((file) => isHeard(file, input)).length };
}

/** Languages whose tests have a dotted name that begins with their file's. Those of others, as Go's, need not tell where they stand. */
const NAMED_BY_FILE = /\.(?:py|java|kt|scala|groovy)$/m;

function isHeard(file: RepoPath, { tests, measuring }: TestFilesInput): boolean {
  return tests.some((test) => test.file === file && test.outcome === "ran") && measuring?.has(file) !== false;
}

function silence(file: RepoPath, input: TestFilesInput): Problem[] {
  const own = input.tests.filter((test) => test.file === file);
  if (isHeard(file, input) || own.some(({ outcome }) => outcome === "errored")) return [];
  const ran = own.filter(({ outcome }) => outcome === "ran").length;
  const what =
    ran > 0
      ? `its ${counted(ran)} ran, and covered no line`
      : own.length > 0
        ? `its ${counted(own.length)} did not run`
        : `no test of it is in ${input.reports.join(", ")}`;
  return [{ code: "TEST_FILE_SILENT", message: `${file}: ${what}`, hint: runCommand(input.package, file) }];
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "test" : "tests"}`;
}

/** One problem a file: where the file itself could not be loaded, that is one, and where a set-up fails, all of its tests do. */
function errored({ package: home, tests }: TestFilesInput): Problem[] {
  const faults = tests.filter(({ outcome }) => outcome === "errored");
  const places = new Map<string, PlacedTest[]>();
  for (const test of faults) places.set(test.file ?? test.name, [...(places.get(test.file ?? test.name) ?? []), test]);
  return [...places].map(([place, [first, ...more]]) => {
    const { name, message } = first as PlacedTest;
    const others = more.length === 0 ? "" : `, and ${more.length} more`;
    return {
      code: "TESTS_ERRORED",
      message: `${place}: ${name} did not get to its end: ${message}${others}`,
      hint: runCommand(home, place),
    };
  });
}
