import { ENVIRONMENT, IoError } from "../io-error.js";

/**
 * git speaks English, because its errors are told apart by their words. Which repository is meant, the folder says:
 * inside a hook GIT_DIR and GIT_INDEX_FILE would name another. simple-git, which asks the rarer questions, refuses the programs that a user sets for git.
 */
export function gitEnv(): Record<string, string | undefined> {
  const known = Object.entries(process.env).filter(([name]) => !/^(git_.*|editor|pager|prefix|ssh_askpass|visual)$/i.test(name));
  return { ...Object.fromEntries(known), LC_ALL: "C" };
}

/** @param args of git. @param cause says in its message what git said. @returns the error with the command that mends it. */
export function gitError(args: readonly string[], cause: Error): IoError {
  return new IoError({ ...failureOf(cause.message.trim(), args), exitCode: ENVIRONMENT }, cause);
}

function failureOf(said: string, args: readonly string[]): { readonly code: string; readonly message: string; readonly hint: string } {
  // git's own command, which has the path as git wants it, on each system.
  const trust = /^\s*(git config --global --add safe\.directory .+?)\s*$/m.exec(said)?.[1];
  if (/detected dubious ownership/.test(said) && trust !== undefined)
    return { code: "REPOSITORY_UNTRUSTED", message: said.split("\n", 1).join(), hint: trust };
  if (/not a git repository/.test(said))
    return { code: "NOT_A_REPOSITORY", message: said, hint: "run the command inside a git repository, or name one with --cwd DIR" };
  if (/spawn git ENOENT/.test(said)) return { code: "GIT_MISSING", message: "git was not found on PATH", hint: "install git" };
  const command = args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "-c");
  return { code: "GIT_FAILED", message: `git ${command}: ${said}`, hint: `run by hand: git ${args.join(" ")}` };
}
