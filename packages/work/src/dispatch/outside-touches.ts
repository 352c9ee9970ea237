/** What an agent changed beyond what its story touches. */
import picomatch from "picomatch";
import { openRepository } from "bandline/command";
import type { Story } from "../story/parse-story.js";

/** @returns what to do about it; nothing for a story that does not say what it touches. */
export async function outsideTouches(folder: string, base: string, { path, fields: { touches = [] } }: Story): Promise<string[]> {
  if (touches.length === 0) return [];
  const { git, untracked } = await openRepository(folder);
  const changed = (await git.run("diff", "--name-only", "--no-renames", "-z", base)).split("\0").filter((file) => file !== "");
  const isMeant = picomatch(
    touches.flatMap((glob) => [glob, `${glob.replace(/\/+$/, "")}/**`]),
    { dot: true },
  );
  return [...new Set([...changed, ...(await untracked())])]
    .filter((file) => file !== path && !isMeant(file))
    .map((file) => `put ${file} back as it was: the story touches ${touches.join(", ")}`);
}
