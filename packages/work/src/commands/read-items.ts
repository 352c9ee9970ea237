/** `work list`, `next`, `show`. */
import type { WorkDocument } from "../contract.js";
import { chooseNext } from "../choose/choose-next.js";
import { readWork, storyOf } from "../files/read-work.js";
import type { WorkPlace } from "../files/open-work.js";
import { itemsOf } from "../state/items-of.js";
import type { Item } from "../state/model.js";
import { sectionsOf } from "../story/body.js";
import { itemOfDocument, passed } from "./answer.js";

export interface ListFlags {
  readonly state?: readonly string[];
  readonly kind?: readonly string[];
  readonly epic?: string;
  readonly label?: string;
  readonly assignee?: string;
}

export async function listItems(flags: ListFlags, { root }: WorkPlace): Promise<WorkDocument> {
  const items = itemsOf((await readWork(root)).stories).filter((item) => isMeant(item, flags));
  return passed({ items: items.map(itemOfDocument) });
}

function isMeant(item: Item, { state, kind, epic, label, assignee }: ListFlags): boolean {
  return (
    (state === undefined || state.includes(item.state)) &&
    (kind === undefined || kind.includes(item.kind)) &&
    (epic === undefined || item.epic === epic) &&
    (label === undefined || item.labels.includes(label)) &&
    (assignee === undefined || item.assignees.includes(assignee))
  );
}

/** @param parallelize how many are to run side by side; undefined for the one that comes first. */
export async function nextItems({ parallelize }: { readonly parallelize?: number }, { root }: WorkPlace): Promise<WorkDocument> {
  const items = itemsOf((await readWork(root)).stories);
  const { chosen, skipped } = chooseNext(items, parallelize ?? 1, { besides: parallelize !== undefined });
  const nextActions = chosen.length === 0 ? [nothingToTake(items)] : chosen.map(({ id }) => `pnpm work pickup ${id}`);
  return passed({ items: chosen.map(itemOfDocument), skipped: skipped.map((each) => ({ ...each })), nextActions });
}

function nothingToTake(items: readonly Item[]): string {
  const idea = items.find(({ state }) => state === "idea");
  return idea === undefined
    ? "pnpm work new --kind story --title …"
    : `no story can be taken; set the state of an idea to ready, such as ${idea.path}`;
}

export async function showItem(id: string, { root }: WorkPlace): Promise<WorkDocument> {
  const { stories } = await readWork(root);
  const { body, bodyLine, path } = storyOf(stories, id);
  const item = itemsOf(stories).find((each) => each.path === path) as Item;
  return passed({ item: itemOfDocument(item), sections: sectionsOf(body, bodyLine) });
}
