/** Which test files ran and measured, as reports of tests and of coverage tell. */
import {
  SOURCE_ENDINGS,
  isOtherReport,
  jsonOf,
  type DomainsDocument,
  type Notice,
  type PackageFacts,
  type Problem,
  type RepoPath,
} from "@repo/coverage-core";
import {
  contextsOf,
  createTestPlacer,
  judgeTestFiles,
  readExecutedTests,
  type DeclaredDomain,
  type ExecutedTest,
  type TestPlace,
} from "@repo/coverage-core/domains";
import { readReport } from "@repo/coverage-io";
import { folderOf, type ReportFile } from "../gather/find-reports.js";
import type { Measured } from "../gather/gather-measured.js";

export interface CheckedTestFiles {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Notice[];
  readonly counts: DomainsDocument["testFiles"];
}

/** @param domains whose packages are asked. */
export async function checkTestFiles(domains: readonly DeclaredDomain[], measured: Measured): Promise<CheckedTestFiles> {
  const packages = [...new Set(domains.map((each) => each.package))];
  const files = await testFilesOf(packages, measured);
  const verdicts = await Promise.all(packages.map((each) => checkPackage(each, files.get(each) ?? [], measured)));
  const told = verdicts.filter(({ contributed }) => contributed !== null);
  return {
    errors: verdicts.flatMap(({ errors }) => errors),
    warnings: verdicts.flatMap(({ warnings }) => warnings),
    counts:
      told.length === 0
        ? null
        : {
            total: told.reduce((sum, { total }) => sum + total, 0),
            contributed: told.reduce((sum, { contributed }) => sum + (contributed ?? 0), 0),
          },
  };
}

async function testFilesOf(
  packages: readonly PackageFacts[],
  { repository, policy: { policyOf } }: Measured,
): Promise<Map<PackageFacts, RepoPath[]>> {
  const files = (await repository.files()).filter((file) => SOURCE_ENDINGS.test(file)).sort();
  const tests = files.map((file) => ({ file, policy: policyOf(file) })).filter(({ policy }) => policy.exempt?.id === "test-file");
  return new Map(packages.map((each) => [each, tests.filter(({ policy }) => policy.package?.name === each.name).map(({ file }) => file)]));
}

async function checkPackage(home: PackageFacts, files: readonly RepoPath[], { repository, policy, reports, testReports }: Measured) {
  const folder = folderOf(home);
  const homes = new Set<string>(policy.packages.map(folderOf));
  const isOwn = (report: ReportFile) => report.folder === folder;
  const place = createTestPlacer({ root: repository.root, folder, files, pathMaps: policy.repo?.pathMaps ?? [] });
  const told = await Promise.all(
    testReports.map(async (report) => {
      if (!isOwn(report) && homes.has(report.folder)) return { name: report.name, tests: [], isHeard: false };
      const tests = (await testsIn(report)).map((test) => ({ ...test, file: place(test) }));
      // One that lies in no package may be of any: then it is asked for what it says of this one.
      const ofHome = isOwn(report) ? tests : tests.filter(({ file }) => file !== null);
      return { name: report.name, tests: ofHome, isHeard: isOwn(report) || ofHome.length > 0 };
    }),
  );
  const heard = told.filter(({ isHeard }) => isHeard);
  const contexts = await Promise.all(reports.filter(isOwn).map(contextsIn));
  const measuring = contexts.map((each) => each.map(place).filter((file) => file !== null));
  const verdict = judgeTestFiles({
    package: home,
    files,
    reports: heard.map(({ name }) => name),
    tests: heard.flatMap(({ tests }) => tests),
    // A report that does not say who covered what may be of those that the others do not name.
    measuring: measuring.length > 0 && measuring.every((each) => each.length > 0) ? new Set(measuring.flat()) : null,
  });
  return { ...verdict, total: files.length };
}

async function testsIn({ path, name }: ReportFile): Promise<ExecutedTest[]> {
  return readExecutedTests(await readReport(path), name);
}

/** Of a report that has been read already, so that it is one. */
async function contextsIn({ path }: ReportFile): Promise<TestPlace[]> {
  const bytes = await readReport(path);
  return isOtherReport(bytes) ? contextsOf(jsonOf(bytes.toString("utf8"))) : [];
}
