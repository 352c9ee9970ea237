/** The commands that a verdict tells its reader to run next. */
import type { FilePolicy } from "../policy/file-policy.js";

/** Runs the tests of one package, or of all, and writes their reports. */
export function testCommand(policy: FilePolicy): string {
  return policy.package === null || policy.package.folder === ""
    ? "pnpm test --coverage"
    : `pnpm test --coverage --filter ${policy.package.name}`;
}

/** Runs one test file; the package's tests where there is none, or where it lies in a folder that the manifest only speaks for. */
export function nearestCommand(policy: FilePolicy, nearestTest: string | null): string {
  if (nearestTest === null || policy.package === null) return testCommand(policy);
  const { folder, name } = policy.package;
  if (folder === "") return `pnpm exec vitest run ${quoted(nearestTest)} --coverage`;
  if (!nearestTest.startsWith(`${folder}/`)) return testCommand(policy);
  return `pnpm --filter ${name} exec vitest run ${quoted(nearestTest.slice(folder.length + 1))} --coverage`;
}

/** For a shell: `[id]` and blanks occur in names of routes. */
function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
