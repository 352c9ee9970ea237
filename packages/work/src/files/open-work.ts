/** The repository that a command works in. */
import { join, resolve } from "node:path";
import { openRepository, type Io } from "bandline/command";

export interface WorkPlace {
  /** Absolute, without links. */
  readonly root: string;
  /** git's own folder, which all worktrees of the repository share; absolute. */
  readonly common: string;
}

/** @throws IoError NOT_A_REPOSITORY and what else opening a repository throws. */
export async function openWork({ cwd }: Pick<Io, "cwd">, folder = "."): Promise<WorkPlace> {
  const { root, git } = await openRepository(resolve(cwd, folder));
  const common = (await git.run("rev-parse", "--git-common-dir")).trim();
  return { root, common: resolve(root, common) };
}

/** Where one process at a time may write docs/work. */
export function lockOf({ common }: WorkPlace): string {
  return join(common, "bandline", "work.lock");
}
