import type { Menu } from "../entities/menu.js";
import { inMemoryMenus } from "../interface-adapters/repositories/in-memory.js";

/** Three levels: home, and shop with bikes and cars, and vans below cars. */
export const MAIN: Menu = {
  name: "main",
  entries: [
    { id: "home", label: "Home", path: "/", parentId: null },
    { id: "shop", label: "Shop", path: "/shop", parentId: null },
    { id: "bikes", label: "Bikes", path: "/shop/bikes", parentId: "shop" },
    { id: "cars", label: "Cars", path: "/shop/cars", parentId: "shop" },
    { id: "vans", label: "Vans", path: "/shop/cars/vans", parentId: "cars" },
  ],
};

/** The menu `main`, and `e9` as the next id. */
export function navigationWorld() {
  return { menus: inMemoryMenus([MAIN]), newId: () => "e9" };
}
