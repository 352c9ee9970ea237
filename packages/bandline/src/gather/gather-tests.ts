/** Test reports: those that flags name, and those that lie beside the reports of coverage. */
import { dirname, join } from "node:path";
import { BandlineError, EXIT, readTestReport, type PackageFacts, type TestRun } from "@repo/coverage-core";
import { findFiles, modifiedAt, readReport } from "@repo/coverage-io";
import { folderOf, namedReports, type ReportFile } from "./find-reports.js";

export interface TestsRequest {
  readonly root: string;
  readonly packages: readonly PackageFacts[];
  /** The reports of coverage. */
  readonly reports: readonly ReportFile[];
  /** `--tests`: files or globs, relative to `from`. */
  readonly named: readonly string[];
  readonly from: string;
}

export interface GatheredTests {
  readonly runs: readonly TestRun[];
  /** The file of each run, in the same order. */
  readonly files: readonly ReportFile[];
  /** Files that bear a test report's name, and are none. */
  readonly unread: readonly string[];
}

/**
 * What a flag names stands in the place of what lies beside its package's reports: two reports of one run would count its tests twice.
 * @throws BandlineError, exit 3: TESTS_UNKNOWN for a named file that is no test report, REPORT_MISSING for one that is not there.
 */
export async function gatherTests({ root, packages, reports, named, from }: TestsRequest): Promise<GatheredTests> {
  const asked = named.length === 0 ? [] : await namedReports(named, from, root, packages);
  const namedFor = new Set(asked.map((each) => packageOf(each, packages)));
  const beside = (await testsBeside(reports)).filter((each) => !namedFor.has(packageOf(each, packages)));
  const runs: TestRun[] = [];
  const files: ReportFile[] = [];
  const unread: string[] = [];
  for (const each of [...asked, ...beside]) {
    const facts = await readTestReport(await readReport(each.path), each.name);
    if (facts !== undefined) {
      runs.push({ package: packageOf(each, packages), name: each.name, facts });
      files.push(each);
    } else if (asked.includes(each)) throw notTests(each.name);
    else unread.push(each.name);
  }
  return { runs, files, unread };
}

/** As the summary names what lies in no package. */
const NO_PACKAGE = "(no package)";

export function packageOf({ folder }: ReportFile, packages: readonly PackageFacts[]): string {
  return packages.find((each) => folderOf(each) === folder)?.name ?? NO_PACKAGE;
}

/** In the order in which they are looked for: several in one folder tell of one run, so the first that is there counts. */
const NAMES = ["tests.json", "junit.xml", "test-results.xml"];
/** As Maven names them, one a class. */
const BY_CLASS = "TEST-*.xml";

/** Reports that lie in one folder were made by one run. */
export async function testsBeside(reports: readonly ReportFile[]): Promise<ReportFile[]> {
  const runs = new Map(reports.map((report) => [dirname(report.path), report]));
  const found = await Promise.all(
    [...runs].map(async ([folder, { name, folder: home }]) => {
      const files = await testFilesIn(folder);
      return files.map((file) => ({ path: join(folder, file), name: join(dirname(name), file), folder: home }));
    }),
  );
  return found.flat();
}

async function testFilesIn(folder: string): Promise<readonly string[]> {
  for (const name of NAMES) if ((await modifiedAt(join(folder, name))) !== undefined) return [name];
  return findFiles(BY_CLASS, folder);
}

function notTests(name: string): BandlineError {
  return new BandlineError({
    code: "TESTS_UNKNOWN",
    message: `${name}: expected JUnit XML, or what the json reporter of vitest or Jest writes`,
    hint: "name the file that the test runner wrote; reports of coverage are named with --input",
    exitCode: EXIT.data,
  });
}
