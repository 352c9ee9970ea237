import type { Menu, Refusal } from "../../entities/menu.js";
import type { MenuRepository } from "../repositories/menu-repository.js";

export interface ChangeDeps {
  readonly menus: MenuRepository;
}

/** @returns what `change` makes of the menu, stored; a refusal, its own or of an unknown name, stores nothing. */
export async function changeMenu({ menus }: ChangeDeps, menuName: string, change: (menu: Menu) => Menu | Refusal): Promise<Menu | Refusal> {
  const menu = await menus.find(menuName);
  if (menu === undefined) return { error: "unknown-menu" };
  const changed = change(menu);
  if (!("error" in changed)) await menus.save(changed);
  return changed;
}
