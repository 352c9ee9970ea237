import { spawnGit } from "./spawn-git.js";

/** git in one folder. Arguments are an array: no shell reads them. */
export interface Git {
  /** @returns stdout as text. @throws IoError with git's own words. */
  run(...args: string[]): Promise<string>;
  /** As `run`; undefined where git fails. */
  ask(...args: string[]): Promise<string | undefined>;
  /** Hands stdout over as bytes, as they come. @throws what `onChunk` throws, once git has ended. */
  stream(args: readonly string[], onChunk: (chunk: Buffer) => void): Promise<void>;
}

/** @param folder an existing folder. */
export function createGit(folder: string): Git {
  const run = async (...args: string[]) => {
    const chunks: Buffer[] = [];
    await spawnGit(folder, { args, onChunk: (chunk) => void chunks.push(chunk) });
    return Buffer.concat(chunks).toString("utf8");
  };
  return {
    run,
    ask: (...args) => run(...args).catch(() => undefined),
    stream: (args, onChunk) => spawnGit(folder, { args, onChunk }),
  };
}
