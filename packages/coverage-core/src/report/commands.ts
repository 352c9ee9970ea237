/** The commands that a verdict tells its reader to run next. */
import type { FilePolicy } from "../policy/file-policy.js";

/** Runs the tests of one package, or of all, and writes their reports. */
export function testCommand(policy: FilePolicy): string {
  return policy.package === null || policy.package.folder === ""
    ? "pnpm test --coverage"
    : `pnpm test --coverage --filter ${policy.package.name}`;
}

/** Runs one test file; without one, the package's tests. */
export function nearestCommand(policy: FilePolicy, nearestTest: string | null): string {
  if (nearestTest === null || policy.package === null) return testCommand(policy);
  const { folder, name } = policy.package;
  if (folder === "") return `pnpm exec vitest run ${nearestTest} --coverage`;
  return `pnpm --filter ${name} exec vitest run ${nearestTest.slice(folder.length + 1)} --coverage`;
}
