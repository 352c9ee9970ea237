/** A menu is a flat list; parents make it a tree. */
export interface Menu {
  readonly name: string;
  /** Entries of one parent stand in the order in which they are shown; parents may come after their children. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly id: string;
  readonly label: string;
  /** A path of the site: `/prices`. */
  readonly path: string;
  /** null for an entry of the first level. */
  readonly parentId: string | null;
}

/** Where an entry goes. `position` is 0-based among the other entries of the parent; one after the last means the end. */
export interface Place {
  readonly parentId: string | null;
  readonly position: number;
}

/** Why a request was not carried out. */
export interface Refusal {
  readonly error: "unknown-menu" | "unknown-entry" | "unknown-parent" | "cycle";
}

/** @returns the entries from the first level down to `id`, both included; empty where it is null or unknown. */
export function trailTo(menu: Menu, id: string | null): Entry[] {
  const entry = menu.entries.find((each) => each.id === id);
  return entry === undefined ? [] : [...trailTo(menu, entry.parentId), entry];
}

/** @returns the menu with a new entry at `place`; a refusal where the parent is unknown. */
export function insertEntry(menu: Menu, entry: Omit<Entry, "parentId">, place: Place): Menu | Refusal {
  if (!isKnownParent(menu, place.parentId)) return { error: "unknown-parent" };
  return { ...menu, entries: inserted(menu.entries, { ...entry, parentId: place.parentId }, place.position) };
}

/** @returns the menu with the entry and all below it at `place`; a refusal where one is unknown, or the place lies below the entry itself. */
export function relocateEntry(menu: Menu, id: string, place: Place): Menu | Refusal {
  const entry = menu.entries.find((each) => each.id === id);
  if (entry === undefined) return { error: "unknown-entry" };
  if (!isKnownParent(menu, place.parentId)) return { error: "unknown-parent" };
  if (trailTo(menu, place.parentId).includes(entry)) return { error: "cycle" };
  const others = menu.entries.filter((each) => each !== entry);
  return { ...menu, entries: inserted(others, { ...entry, parentId: place.parentId }, place.position) };
}

function isKnownParent({ entries }: Menu, parentId: string | null): boolean {
  return parentId === null || entries.some(({ id }) => id === parentId);
}

function inserted(entries: readonly Entry[], entry: Entry, position: number): Entry[] {
  const next = entries.filter(({ parentId }) => parentId === entry.parentId)[position];
  return entries.toSpliced(next === undefined ? entries.length : entries.indexOf(next), 0, entry);
}
