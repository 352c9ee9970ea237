import { randomUUID } from "node:crypto";
import type { Menu } from "../entities/menu.js";
import { navigationController } from "../interface-adapters/controllers/navigation-controller.js";
import { inMemoryMenus } from "../interface-adapters/repositories/in-memory.js";

/** @param menus of the site, by name; entries are placed in these and in no others. */
export function bindProduction(menus: readonly Menu[]) {
  return navigationController({ menus: inMemoryMenus(menus), newId: randomUUID });
}
