import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real git repository in a temporary folder. Paths are relative to its root. */
export interface TempRepo {
  readonly root: string;
  /** Writes files, making their folders; `null` deletes. Does not stage. */
  write(files: Readonly<Record<string, string | Uint8Array | null>>): void;
  /** Writes, stages everything and commits. @returns the commit's id. */
  commit(files?: Readonly<Record<string, string | Uint8Array | null>>, message?: string): string;
  /** @returns stdout without the last line's end. @throws with git's stderr where git fails. */
  git(...args: string[]): string;
  path(...parts: string[]): string;
  remove(): void;
  [Symbol.dispose](): void;
}

/**
 * Nothing of the machine's or the user's configuration reaches a test; one moment in time makes commit ids repeatable.
 * Inside a git hook GIT_DIR and GIT_INDEX_FILE point at the repository that is being committed to, so every such name is left out.
 */
const gitEnv = () => ({ ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))), ...GIT_ENV });

const GIT_ENV = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.invalid",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.invalid",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
};

/**
 * @param files what the first commit holds; without files there is no commit yet.
 * @returns a repository on branch `main`, to be bound with `using` or removed by hand.
 */
export function createTempRepo(files?: Readonly<Record<string, string | Uint8Array | null>>): TempRepo {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bandline-repo-")));
  const remove = () => rmSync(root, { recursive: true, force: true });
  const repo: TempRepo = {
    root,
    write: (written) => Object.entries(written).forEach(([file, text]) => writeOne(join(root, file), text)),
    commit(written = {}, message = "change") {
      repo.write(written);
      repo.git("add", "--all");
      repo.git("commit", "--quiet", "--allow-empty", "--message", message);
      return repo.git("rev-parse", "HEAD");
    },
    git: (...args) =>
      execFileSync("git", args, {
        cwd: root,
        encoding: "utf8",
        env: gitEnv(),
        stdio: ["ignore", "pipe", "pipe"],
      }).replace(/\r?\n$/, ""),
    path: (...parts) => join(root, ...parts),
    remove,
    [Symbol.dispose]: remove,
  };
  repo.git("init", "--quiet", "--initial-branch", "main");
  if (files !== undefined) repo.commit(files, "first");
  return repo;
}

function writeOne(path: string, text: string | Uint8Array | null): void {
  if (text === null) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
