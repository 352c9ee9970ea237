/** Stories → items: whom each belongs to, and what it waits for. */
import { criteriaOf } from "../story/body.js";
import type { Story } from "../story/parse-story.js";
import type { Item } from "./model.js";

/** In the order of their paths. */
export function itemsOf(stories: readonly Story[]): Item[] {
  const stateOf = new Map(stories.map(({ fields }) => [fields.id, fields.state]));
  // An id that nobody has is waited for, too: it may be misspelt.
  const isOpen = (id: string) => stateOf.get(id) !== "done";
  const blockers = blockersOf(stories);
  return [...stories]
    .sort((a, b) => byText(a.path, b.path))
    .map((story) => itemOf(story, (blockers.get(story.fields.id) ?? []).filter(isOpen)));
}

/** What each id waits for, whoever says so. */
export function blockersOf(stories: readonly Story[]): Map<string, string[]> {
  const blockers = new Map<string, string[]>();
  const add = (id: string, blocker: string) => blockers.set(id, [...new Set([...(blockers.get(id) ?? []), blocker])].sort(byText));
  for (const { fields } of stories) {
    for (const blocker of fields.depends_on ?? []) add(fields.id, blocker);
    for (const blocked of fields.blocks ?? []) add(blocked, fields.id);
  }
  return blockers;
}

function itemOf(story: Story, blockedBy: readonly string[]): Item {
  const { fields, path, body, bodyLine } = story;
  const criteria = criteriaOf(body, bodyLine);
  const { id, title, kind, state, priority, size, ambiguity, executor, isolation, assignees, labels } = fields;
  return {
    id,
    title,
    kind,
    state,
    priority,
    size,
    ambiguity,
    executor,
    isolation,
    assignees,
    labels,
    epic: epicOf(story),
    path,
    createdAt: fields.created_at,
    completedAt: fields.completed_at,
    dependsOn: fields.depends_on ?? [],
    blocks: fields.blocks ?? [],
    touches: fields.touches ?? [],
    blockedBy,
    criteria: { total: criteria.length, checked: criteria.filter(({ checked }) => checked).length },
    attempts: fields.execution?.attempts ?? [],
  };
}

/** @returns null for a story of no epic, which lies in a folder of its own, and for an epic. */
export function epicOf({ fields: { id, epic, kind }, path }: Story): string | null {
  if (epic !== undefined) return epic;
  const folder = path.split("/").at(-2) as string;
  return folder === id || kind === "epic" ? null : folder;
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
