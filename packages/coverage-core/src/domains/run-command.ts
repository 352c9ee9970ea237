import type { PackageFacts } from "../policy/file-policy.js";
import { shellWord } from "../shell-word.js";

/**
 * The command that runs a package's tests, and writes the reports that are read.
 * @param file one of the package's, of the language in question.
 */
export function runCommand({ name, folder, manifest }: PackageFacts, file: string): string {
  if (!file.endsWith(".py")) return folder === "" ? "pnpm test --coverage" : `pnpm test --coverage --filter ${shellWord(name)}`;
  const root = manifest?.root ?? folder;
  const [report = "coverage/lcov.info"] = manifest?.coverage.reports ?? [];
  const tests = `${report.slice(0, report.lastIndexOf("/") + 1)}junit.xml`;
  const run = `python3 -m pytest --cov --cov-context=test --junitxml=${shellWord(tests)} && python3 -m coverage ${convert(report)} -o ${shellWord(report)}`;
  return root === "" ? run : `cd ${shellWord(root)} && ${run}`;
}

function convert(report: string): string {
  if (report.endsWith(".json")) return "json --show-contexts";
  return report.endsWith(".xml") ? "xml" : "lcov";
}
