/** The commands that a verdict tells its reader to run next. */
import type { FilePolicy, PackageFacts } from "../policy/file-policy.js";
import { shellWord } from "../shell-word.js";

/** Runs the tests of one package, or of all, and writes their reports. */
export function testCommand(policy: FilePolicy): string {
  return policy.package === null || policy.package.folder === ""
    ? "pnpm test --coverage"
    : `pnpm test --coverage --filter ${policy.package.name}`;
}

/**
 * Runs one test file in its package; the tests of the file's package where there is none, or where it lies in a folder that a manifest only speaks for.
 * @param home the test's package.
 */
export function nearestCommand(policy: FilePolicy, nearestTest: string | null, home: PackageFacts | null): string {
  if (nearestTest === null || home === null) return testCommand(policy);
  const { folder, name } = home;
  if (folder === "") return `pnpm exec vitest run ${shellWord(nearestTest)} --coverage`;
  if (!nearestTest.startsWith(`${folder}/`)) return testCommand(policy);
  return `pnpm --filter ${name} exec vitest run ${shellWord(nearestTest.slice(folder.length + 1))} --coverage`;
}
