import { describe, expect, it } from "vitest";
import { MAIN, navigationWorld } from "../../__fixtures__/navigation-world.js";
import { placeEntry } from "./place-entry.js";

const help = { label: "Help", path: "/help" };
const first = { parentId: null, position: 0 };

describe("placing an entry", () => {
  it("stores the menu with it", async () => {
    const world = navigationWorld();
    const menu = await placeEntry(world, "main", help, first);
    expect(menu).toEqual({ name: "main", entries: [{ id: "e9", ...help, parentId: null }, ...MAIN.entries] });
    expect(await world.menus.find("main")).toEqual(menu);
  });

  it("below an unknown parent is refused, and the menu stays", async () => {
    const world = navigationWorld();
    expect(await placeEntry(world, "main", help, { parentId: "x", position: 0 })).toEqual({ error: "unknown-parent" });
    expect(await world.menus.find("main")).toEqual(MAIN);
  });

  it("in an unknown menu is refused", async () => {
    expect(await placeEntry(navigationWorld(), "side", help, first)).toEqual({ error: "unknown-menu" });
  });
});
