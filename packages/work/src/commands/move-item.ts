/** `work pickup` and `work complete`: from ready to in progress, from in progress to done. */
import { join } from "node:path";
import { EXIT, writeAtomically } from "bandline/command";
import type { Unmet, WorkDocument } from "../contract.js";
import { claimed } from "../dispatch/claim.js";
import { withLock } from "../files/lock.js";
import { lockOf, type WorkPlace } from "../files/open-work.js";
import { readWork, storyOf } from "../files/read-work.js";
import { runGate, type GateAnswer } from "../process/run-gate.js";
import { itemsOf } from "../state/items-of.js";
import type { Item } from "../state/model.js";
import { CHANGELOG, changelogOf, criteriaOf } from "../story/body.js";
import { editStory, type FieldChanges } from "../story/edit-story.js";
import { parseStory, type Story } from "../story/parse-story.js";
import { failure } from "../work-error.js";
import { gateFailed, itemOfDocument, passed } from "./answer.js";

/** @param at the clock's time. @throws BandlineError STORY_NOT_READY where it is in another state or waits for another. */
export async function pickUp(id: string, assignee: string | undefined, place: WorkPlace, at: string): Promise<WorkDocument> {
  return withLock(lockOf(place), async () => {
    const { stories } = await readWork(place.root);
    const story = storyOf(stories, id);
    const { state, kind, assignees } = story.fields;
    const { blockedBy } = itemOf(stories, story);
    if (state !== "ready")
      throw notReady(id, `it is ${state}`, state === "in-progress" ? "pnpm work next" : `set its state to ready in ${story.path}`);
    if (blockedBy.length > 0) throw notReady(id, `it waits for ${blockedBy.join(", ")}`, "pnpm work next");
    if ((await claimed(place)).has(id)) throw failure("STORY_TAKEN", `a dispatch works on ${id}`, "pnpm work next");
    const isNew = assignee !== undefined && !assignees.includes(assignee);
    const changes = {
      state: "in-progress",
      updated_at: at,
      last_activity_at: at,
      ...(isNew ? { assignees: [...assignees, assignee] } : {}),
    } as const;
    const item = await write(stories, story, changes, place);
    const done = kind === "epic" ? "its stories are done" : "its criteria are checked and its changelog is written";
    return passed({ item: itemOfDocument(item), nextActions: [`when ${done}: pnpm work complete ${id}`] });
  });
}

export interface CompleteFlags {
  /** A shell's command line. */
  readonly gate: string;
}

/** Nothing is written where something is missing. @throws BandlineError STORY_NOT_READY where nobody has picked it up. */
export async function complete(
  id: string,
  { gate: command }: CompleteFlags,
  place: WorkPlace,
  clock: () => string,
  env: NodeJS.ProcessEnv,
): Promise<WorkDocument> {
  const { stories } = await readWork(place.root);
  const story = storyOf(stories, id);
  if (story.fields.state !== "in-progress") throw notReady(id, `it is ${story.fields.state}, not in-progress`, `pnpm work pickup ${id}`);
  const missing = unmetBy(story, stories);
  // The gate takes its time: it is asked where nothing else is in the way.
  const gate = missing.length > 0 ? null : await runGate(command, { root: place.root, env });
  const unmet = [...missing, ...(gate === null || gate.exitCode === EXIT.pass ? [] : [gateUnmet(gate)])];
  if (unmet.length > 0) {
    const nextActions = [
      ...unmet.filter(({ kind }) => kind !== "gate-failed").map(({ message }) => message),
      ...(gate?.nextActions ?? []),
      `pnpm work complete ${id}`,
    ];
    return gateFailed({ item: itemOfDocument(itemOf(stories, story)), unmet, gate, nextActions });
  }
  return withLock(lockOf(place), async () => {
    // It may have been edited while the gate was at work.
    const { stories: now } = await readWork(place.root);
    const current = storyOf(now, id);
    if (current.text !== story.text) throw notReady(id, `${story.path} changed while the gate ran`, `pnpm work complete ${id}`);
    const at = clock();
    const item = await write(now, current, { state: "done", updated_at: at, completed_at: at, last_activity_at: at }, place);
    return passed({ item: itemOfDocument(item), unmet: [], gate, nextActions: ["pnpm work state", "pnpm work next"] });
  });
}

/** What keeps a story from being done, but for the gate. */
export function unmetBy({ fields: { id, kind }, body, bodyLine }: Story, stories: readonly Story[]): Unmet[] {
  const criteria = criteriaOf(body, bodyLine);
  const open = criteria.filter(({ checked }) => !checked);
  const children =
    kind === "epic"
      ? itemsOf(stories).filter((item) => item.epic === id && item.kind !== "epic" && item.state !== "done" && item.state !== "canceled")
      : [];
  const none = criteria.length === 0 && kind !== "epic";
  return [
    ...(none ? [{ kind: "no-criteria" as const, line: bodyLine, message: "write a criterion, - [ ] …, and check it" }] : []),
    ...open.map(({ line, text }) => ({ kind: "criterion-unchecked" as const, line, message: `this criterion is not checked: ${text}` })),
    ...(changelogOf(body) === undefined
      ? [{ kind: "changelog-missing" as const, line: null, message: `write ### ${CHANGELOG}: take the section out of its comment` }]
      : []),
    ...children.map((child) => ({ kind: "child-open" as const, line: null, message: `${child.id} is ${child.state}` })),
  ];
}

function gateUnmet({ command, exitCode }: GateAnswer): Unmet {
  return { kind: "gate-failed", line: null, message: `the gate exited ${exitCode}: ${command}` };
}

async function write(stories: readonly Story[], story: Story, changes: FieldChanges, { root }: WorkPlace): Promise<Item> {
  const text = editStory(story.text, changes);
  const edited = parseStory(text, story.path);
  await writeAtomically(join(root, story.path), text);
  return itemOf(
    stories.map((each) => (each === story ? edited : each)),
    edited,
  );
}

function itemOf(stories: readonly Story[], { path }: Story): Item {
  return itemsOf(stories).find((item) => item.path === path) as Item;
}

function notReady(id: string, why: string, hint: string) {
  return failure("STORY_NOT_READY", `${id}: ${why}`, hint);
}
