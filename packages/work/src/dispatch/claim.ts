/** Which process works on a story. Two dispatchers never take the same one; what a dead one held can be taken up again. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { holderOf, isAlive, tryLock } from "bandline/command";
import { breakLock } from "../files/lock.js";
import type { WorkPlace } from "../files/open-work.js";

const ENDING = ".lock";

/** @returns what gives the story back; undefined where a living process has it. */
export async function claim(id: string, place: WorkPlace): Promise<(() => Promise<void>) | undefined> {
  const folder = folderOf(place);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${id}${ENDING}`);
  const holder = await holderOf(path);
  if (holder !== undefined && !isAlive(holder)) await breakLock(path);
  return (await tryLock(path)) ? () => rm(path, { force: true }) : undefined;
}

/** @returns ids of the stories that living processes work on. */
export async function claimed(place: WorkPlace): Promise<Set<string>> {
  const folder = folderOf(place);
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(ENDING));
  const holders = await Promise.all(files.map((file) => holderOf(join(folder, file))));
  const isHeld = (holder: number | undefined) => holder !== undefined && isAlive(holder);
  return new Set(files.filter((_, index) => isHeld(holders[index])).map((file) => file.slice(0, -ENDING.length)));
}

function folderOf({ common }: WorkPlace): string {
  return join(common, "bandline", "dispatch");
}
