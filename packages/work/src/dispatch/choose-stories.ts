/** Which stories a dispatcher takes, each claimed before anybody else can. */
import { openRepository } from "bandline/command";
import { chooseNext, type Skipped } from "../choose/choose-next.js";
import { withLock } from "../files/lock.js";
import { lockOf, type WorkPlace } from "../files/open-work.js";
import { readWork, storyOf } from "../files/read-work.js";
import { itemsOf } from "../state/items-of.js";
import type { Item } from "../state/model.js";
import { readStory, type Story } from "../story/parse-story.js";
import { failure } from "../work-error.js";
import { claim, claimed } from "./claim.js";
import { branchOf } from "./open-desk.js";

export interface TakenStory {
  readonly story: Story;
  readonly release: () => Promise<void>;
}

export interface TakenStories {
  readonly taken: readonly TakenStory[];
  readonly skipped: readonly Skipped[];
}

/** @throws BandlineError STORY_UNKNOWN, STORY_NOT_READY or STORY_TAKEN for a story that was named. */
export async function takeStories(id: string | undefined, most: number, place: WorkPlace): Promise<TakenStories> {
  return withLock(lockOf(place), async () => {
    const { stories } = await readWork(place.root);
    const done = await doneOnBranches(stories, place);
    if (id !== undefined) return { taken: [await takeNamed(storyOf(stories, id), stories, done, place)], skipped: [] };
    const open = itemsOf(stories).filter((item) => !done.has(item.id));
    const { chosen, skipped } = chooseNext(open, most, { besides: true, running: await claimed(place) });
    const taken = await Promise.all(chosen.map((item) => take(storyOf(stories, item.id), place)));
    return {
      taken,
      skipped: [
        ...skipped,
        ...[...done].map((each) => ({ id: each, because: `is done on ${branchOf(each)}: git merge ${branchOf(each)}` })),
      ],
    };
  });
}

async function takeNamed(story: Story, stories: readonly Story[], done: ReadonlySet<string>, place: WorkPlace): Promise<TakenStory> {
  const { id, kind, state } = story.fields;
  const { blockedBy } = itemsOf(stories).find((item) => item.path === story.path) as Item;
  if (kind === "epic") throw notReady(id, "it is an epic; its stories are what can be done", `pnpm work list --epic ${id}`);
  if (done.has(id)) throw notReady(id, `it is done on ${branchOf(id)}`, `git merge ${branchOf(id)}`);
  if (state !== "ready")
    throw notReady(id, `it is ${state}`, state === "idea" ? `set its state to ready in ${story.path}` : "pnpm work next");
  if (blockedBy.length > 0) throw notReady(id, `it waits for ${blockedBy.join(", ")}`, "pnpm work next");
  return take(story, place);
}

async function take(story: Story, place: WorkPlace): Promise<TakenStory> {
  const { id } = story.fields;
  const release = await claim(id, place);
  if (release !== undefined) return { story, release };
  throw failure("STORY_TAKEN", `another dispatch works on ${id}`, "wait for it, or name another story");
}

/** Ids of stories that are done, and not merged yet. */
async function doneOnBranches(stories: readonly Story[], { root }: WorkPlace): Promise<Set<string>> {
  const { git } = await openRepository(root);
  const open = stories.filter(({ fields: { state } }) => state === "ready");
  const isDone = async ({ fields: { id }, path }: Story) => {
    const text = await git.ask("show", `${branchOf(id)}:${path}`);
    const read = text === undefined ? [] : readStory(text, path);
    return "text" in read && read.fields.state === "done";
  };
  const answers = await Promise.all(open.map(isDone));
  return new Set(open.filter((_, index) => answers[index]).map(({ fields }) => fields.id));
}

function notReady(id: string, why: string, hint: string) {
  return failure("STORY_NOT_READY", `${id}: ${why}`, hint);
}
