import { describe, expect, it } from "vitest";
import { MAIN, navigationWorld } from "../../__fixtures__/navigation-world.js";
import { moveEntry } from "./move-entry.js";

describe("moving an entry", () => {
  it("stores the menu in its new order", async () => {
    const world = navigationWorld();
    const [home, shop, ...rest] = MAIN.entries;
    const menu = await moveEntry(world, "main", "shop", { parentId: null, position: 0 });
    expect(menu).toEqual({ name: "main", entries: [shop, home, ...rest] });
    expect(await world.menus.find("main")).toEqual(menu);
  });

  it("below itself is refused, and the menu stays", async () => {
    const world = navigationWorld();
    expect(await moveEntry(world, "main", "shop", { parentId: "vans", position: 0 })).toEqual({ error: "cycle" });
    expect(await world.menus.find("main")).toEqual(MAIN);
  });

  it("of an unknown menu is refused", async () => {
    expect(await moveEntry(navigationWorld(), "side", "shop", { parentId: null, position: 0 })).toEqual({ error: "unknown-menu" });
  });
});
