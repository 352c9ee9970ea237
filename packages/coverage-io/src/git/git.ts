import { simpleGit, type SimpleGit } from "simple-git";
import { ENVIRONMENT, IoError } from "../io-error.js";

/** git in one folder. Arguments are an array: no shell reads them. */
export interface Git {
  /** @returns stdout as text. @throws IoError with git's own words. */
  run(...args: string[]): Promise<string>;
  /** As `run`; undefined where git fails. */
  ask(...args: string[]): Promise<string | undefined>;
  /** Hands stdout over as bytes, as they come: names in a diff need not be UTF-8. @throws what `onChunk` throws, once git has ended. */
  stream(args: readonly string[], onChunk: (chunk: Uint8Array) => void): Promise<void>;
}

/** @param folder an existing folder. */
export function createGit(folder: string): Git {
  const run = async (args: readonly string[], onChunk?: (chunk: Uint8Array) => void) => {
    const git = open(folder);
    if (onChunk !== undefined) git.outputHandler((_command, stdout) => void stdout.on("data", onChunk));
    return git.raw([...args]).catch((error: unknown) => {
      throw gitError(args, error as Error);
    });
  };
  return {
    run: (...args) => run(args),
    ask: (...args) => run(args).catch(() => undefined),
    async stream(args, onChunk) {
      const failures: Error[] = [];
      await run(args, (chunk) => {
        try {
          if (failures.length === 0) onChunk(chunk);
        } catch (error) {
          failures.push(error as Error);
        }
      });
      for (const failure of failures) throw failure;
    },
  };
}

/** simple-git takes a failure for a success where git says nothing, also where a signal ended it: then the code is null. */
function open(folder: string): SimpleGit {
  return simpleGit({
    baseDir: folder,
    errors: (error, { exitCode }) => error ?? (exitCode === 0 ? undefined : Buffer.from(`ended without a word, exit code ${exitCode}`)),
  }).env(gitEnv());
}

/**
 * git speaks English, because its errors are told apart by their words. Which repository is meant, the folder says:
 * inside a hook GIT_DIR and GIT_INDEX_FILE would name another. simple-git refuses the programs that a user sets for git.
 */
export function gitEnv(): Record<string, string | undefined> {
  const known = Object.entries(process.env).filter(([name]) => !/^(git_.*|editor|pager|prefix|ssh_askpass|visual)$/i.test(name));
  return { ...Object.fromEntries(known), LC_ALL: "C" };
}

export function gitError(args: readonly string[], cause: Error): IoError {
  const said = cause.message.trim();
  const command = args.find((arg) => !arg.startsWith("-"));
  const failure = /not a git repository/.test(said)
    ? { code: "NOT_A_REPOSITORY", message: said, hint: "run the command inside a git repository, or name one with --cwd DIR" }
    : /spawn git ENOENT/.test(said)
      ? { code: "GIT_MISSING", message: "git was not found on PATH", hint: "install git" }
      : { code: "GIT_FAILED", message: `git ${command}: ${said}`, hint: `run by hand: git ${args.join(" ")}` };
  return new IoError({ ...failure, exitCode: ENVIRONMENT }, cause);
}
