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
  const isOwn = (report: ReportFile) => report.folder === folder;
  const place = createTestPlacer({ root: repository.root, folder, files, pathMaps: policy.repo?.pathMaps ?? [] });
  const own = testReports.filter(isOwn);
  const tests = (await Promise.all(own.map(testsIn))).flat().map((test) => ({ ...test, file: place(test) }));
  const contexts = (await Promise.all(reports.filter(isOwn).map(contextsIn))).flat();
  const measuring = new Set(contexts.map(place).filter((file) => file !== null));
  const verdict = judgeTestFiles({
    package: home,
    files,
    reports: own.map(({ name }) => name),
    tests,
    measuring: measuring.size === 0 ? null : measuring,
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
