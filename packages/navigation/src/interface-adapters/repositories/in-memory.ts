import type { MenuRepository } from "../../application/repositories/menu-repository.js";
import type { Menu } from "../../entities/menu.js";

export function inMemoryMenus(initial: readonly Menu[]): MenuRepository {
  const byName = new Map(initial.map((menu) => [menu.name, menu]));
  return {
    find: async (name) => byName.get(name),
    save: async (menu) => void byName.set(menu.name, menu),
  };
}
