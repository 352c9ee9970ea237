/** Questions that few runs ask go through simple-git, which is loaded when the first of them comes. */
import { gitEnv, gitError } from "./git-error.js";

/** @returns git's answer without the newline at its end. @throws IoError with git's own words. */
export async function askRarely(folder: string, ...args: string[]): Promise<string> {
  const { simpleGit } = await import("simple-git");
  // simple-git takes a failure for a success where git says nothing.
  const git = simpleGit({
    baseDir: folder,
    errors: (error, { exitCode }) => error ?? (exitCode === 0 ? undefined : Buffer.from(`it ended with ${exitCode} and without a word`)),
  }).env(gitEnv());
  const answer = await git.raw(args).catch((error: unknown) => {
    throw gitError(args, error as Error);
  });
  return answer.trim();
}
