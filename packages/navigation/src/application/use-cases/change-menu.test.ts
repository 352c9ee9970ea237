import { describe, expect, it } from "vitest";
import { MAIN, navigationWorld } from "../../__fixtures__/navigation-world.js";
import { changeMenu } from "./change-menu.js";

describe("changing a menu", () => {
  it("stores what the change made of it", async () => {
    const world = navigationWorld();
    const changed = await changeMenu(world, "main", (menu) => ({ ...menu, entries: menu.entries.slice(0, 1) }));
    expect(changed).toEqual({ name: "main", entries: MAIN.entries.slice(0, 1) });
    expect(await world.menus.find("main")).toEqual(changed);
  });

  it("stores nothing where the change is refused", async () => {
    const save = () => Promise.reject(new Error("nothing is to be stored"));
    const menus = { ...navigationWorld().menus, save };
    expect(await changeMenu({ menus }, "main", () => ({ error: "cycle" }))).toEqual({ error: "cycle" });
  });

  it("is refused for an unknown menu", async () => {
    expect(await changeMenu(navigationWorld(), "side", (menu) => menu)).toEqual({ error: "unknown-menu" });
  });
});
