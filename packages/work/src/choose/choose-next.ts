/** Which stories to take next. */
import type { Item } from "../state/model.js";
import { byText } from "../state/items-of.js";
import { PRIORITIES } from "../story/schema.js";
import { mayOverlap } from "./may-overlap.js";

export interface Skipped {
  readonly id: string;
  readonly because: string;
}

export interface Choice {
  /** The most urgent first; of equal ones the oldest. */
  readonly chosen: readonly Item[];
  /** Stories that are ready and have to wait. */
  readonly skipped: readonly Skipped[];
}

export interface ChoiceOptions {
  /** Whether the stories are to run side by side, with each other and with what is in progress: then no two may touch the same file. */
  readonly besides: boolean;
  /** Ids of stories that somebody is at work on, whatever their files say. */
  readonly running?: ReadonlySet<string>;
}

/** @param most how many are wanted. */
export function chooseNext(items: readonly Item[], most: number, { besides, running = new Set() }: ChoiceOptions): Choice {
  const isRunning = ({ id, state, kind }: Item) => kind !== "epic" && (state === "in-progress" || running.has(id));
  const atWork = items.filter(isRunning);
  const ready = items.filter((item) => item.state === "ready" && item.kind !== "epic" && !isRunning(item)).sort(byUrgency);
  const chosen: Item[] = [];
  const skipped: Skipped[] = [];
  for (const item of ready) {
    const rival = besides ? [...atWork, ...chosen].find((each) => mayOverlap(each, item)) : undefined;
    if (item.blockedBy.length > 0) skipped.push({ id: item.id, because: `waits for ${item.blockedBy.join(", ")}` });
    else if (rival !== undefined) skipped.push({ id: item.id, because: `may touch the same files as ${rival.id}` });
    else if (chosen.length < most) chosen.push(item);
  }
  return { chosen, skipped };
}

function byUrgency(a: Item, b: Item): number {
  return PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) || byText(a.createdAt, b.createdAt) || byText(a.id, b.id);
}
