import { simpleGit, type SimpleGit } from "simple-git";
import { ENVIRONMENT, IoError } from "../io-error.js";

/** git in one folder. Arguments are an array: no shell reads them. */
export interface Git {
  /** @returns stdout as text. @throws IoError with git's own words. */
  run(...args: string[]): Promise<string>;
  /** As `run`; undefined where git fails. */
  ask(...args: string[]): Promise<string | undefined>;
  /** Hands stdout over as bytes, as they come: names in a diff need not be UTF-8. */
  stream(args: readonly string[], onChunk: (chunk: Uint8Array) => void): Promise<void>;
}

/** @param folder an existing folder. */
export function createGit(folder: string): Git {
  const open = (): SimpleGit => simpleGit({ baseDir: folder, config: ["core.quotePath=false"] });
  const run = async (...args: string[]) => {
    try {
      return await open().raw(args);
    } catch (error) {
      throw gitError(args, error);
    }
  };
  return {
    run,
    ask: (...args) => run(...args).catch(() => undefined),
    async stream(args, onChunk) {
      let failure: Error | undefined;
      const git = open().outputHandler((_command, stdout) => {
        stdout.on("data", (chunk: Uint8Array) => {
          try {
            if (failure === undefined) onChunk(chunk);
          } catch (error) {
            failure = error as Error;
          }
        });
      });
      try {
        await git.raw([...args]);
      } catch (error) {
        throw gitError(args, error);
      }
      if (failure !== undefined) throw failure;
    },
  };
}

function gitError(args: readonly string[], error: unknown): IoError {
  const said = error instanceof Error ? error.message.trim() : String(error);
  if (/not a git repository/.test(said)) {
    return new IoError(
      {
        code: "NOT_A_REPOSITORY",
        message: said,
        hint: "run the command inside a git repository, or name one with --cwd DIR",
        exitCode: ENVIRONMENT,
      },
      error,
    );
  }
  if (/ENOENT/.test(said)) {
    return new IoError({ code: "GIT_MISSING", message: "git was not found on PATH", hint: "install git", exitCode: ENVIRONMENT }, error);
  }
  return new IoError(
    { code: "GIT_FAILED", message: `git ${args[0]}: ${said}`, hint: `run by hand: git ${args.join(" ")}`, exitCode: ENVIRONMENT },
    error,
  );
}
