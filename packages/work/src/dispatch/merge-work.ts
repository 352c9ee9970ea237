/** Brings finished work into the git branch that the main tree is on. */
import { openRepository } from "bandline/command";
import { STATE, writeState } from "../commands/check-files.js";
import { withLock } from "../files/lock.js";
import { lockOf, type WorkPlace } from "../files/open-work.js";

/** @returns undefined where it is merged, and its branch is gone; else why not. Then nothing of the main tree has changed. */
export async function mergeWork(branch: string, place: WorkPlace): Promise<string | undefined> {
  return withLock(lockOf(place), async () => {
    const { git, head } = await openRepository(place.root);
    if ((await head()).dirty) return "the main tree has changes that are not committed";
    if ((await git.ask("merge", "--quiet", "--no-edit", branch)) === undefined) {
      await git.ask("merge", "--abort");
      return "git could not merge it";
    }
    await git.run("branch", "--quiet", "--delete", branch);
    // Made anew of all stories: two that are merged one after the other would be in conflict over it.
    const isKept = (await git.run("ls-files", "--", STATE)).trim() !== "";
    if (isKept && (await writeState({}, place)).changed === true)
      await git.run("commit", "--quiet", "--no-verify", "--message", "Update the state of the work", "--", STATE);
    return undefined;
  });
}
