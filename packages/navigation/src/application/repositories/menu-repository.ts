import type { Menu } from "../../entities/menu.js";

export interface MenuRepository {
  find(name: string): Promise<Menu | undefined>;
  /** Replaces the menu of the same name. */
  save(menu: Menu): Promise<void>;
}
