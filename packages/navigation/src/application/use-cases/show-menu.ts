import { activeTrail } from "../../entities/active-trail.js";
import { menuTree, type MenuNode } from "../../entities/menu-tree.js";
import type { Entry, Refusal } from "../../entities/menu.js";
import type { MenuRepository } from "../repositories/menu-repository.js";

/** A menu on a page. */
export interface ShownMenu {
  readonly tree: readonly MenuNode[];
  /** From the first level to the active entry; empty where none is active. */
  readonly trail: readonly Entry[];
}

/**
 * @param path of the page that the menu is on.
 * @returns a refusal where the menu is unknown.
 */
export async function showMenu(deps: { readonly menus: MenuRepository }, menuName: string, path: string): Promise<ShownMenu | Refusal> {
  const menu = await deps.menus.find(menuName);
  if (menu === undefined) return { error: "unknown-menu" };
  return { tree: menuTree(menu, null), trail: activeTrail(menu, path) };
}
