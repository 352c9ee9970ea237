import type { Entry, Menu } from "./menu.js";

/** An entry with what is below it, in the order in which it is shown. */
export interface MenuNode extends Omit<Entry, "parentId"> {
  readonly children: readonly MenuNode[];
}

/** @param parentId whose children to give; null for the first level. */
export function menuTree(menu: Menu, parentId: string | null): MenuNode[] {
  return menu.entries
    .filter((entry) => entry.parentId === parentId)
    .map(({ id, label, path }) => ({ id, label, path, children: menuTree(menu, id) }));
}
