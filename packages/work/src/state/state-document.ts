/** Stories → `_state.json`: the same files give the same bytes. */
import { chooseNext } from "../choose/choose-next.js";
import type { WorkState } from "../contract.js";
import type { WorkFiles } from "../files/read-work.js";
import { STATES } from "../story/schema.js";
import { byText, itemsOf } from "./items-of.js";

export function renderState(work: WorkFiles): string {
  return `${JSON.stringify(stateOf(work), null, 2)}\n`;
}

export function stateOf({ stories, prds }: WorkFiles): WorkState {
  const items = itemsOf(stories);
  const open = items.filter(({ blockedBy, state }) => blockedBy.length > 0 && state !== "done" && state !== "canceled");
  const epics = items.filter(({ kind }) => kind === "epic").sort((a, b) => byText(a.id, b.id));
  return {
    schemaVersion: "1.0",
    counts: Object.fromEntries(STATES.map((state) => [state, items.filter((item) => item.state === state).length])) as WorkState["counts"],
    ready: chooseNext(items, items.length, { besides: false }).chosen.map(({ id }) => id),
    blocked: Object.fromEntries(open.sort((a, b) => byText(a.id, b.id)).map(({ id, blockedBy }) => [id, [...blockedBy]])),
    epics: Object.fromEntries(
      epics.map(({ id }) => {
        const children = items.filter(({ epic, kind }) => epic === id && kind !== "epic");
        return [id, { total: children.length, done: children.filter(({ state }) => state === "done").length }];
      }),
    ),
    prds: [...prds],
    items: items.map(({ attempts, ...item }) => ({
      ...(structuredClone(item) as Omit<WorkState["items"][number], "attempts">),
      attempts: attempts.length,
    })),
  };
}
