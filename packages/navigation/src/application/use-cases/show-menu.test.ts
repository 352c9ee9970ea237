import { expect, it } from "vitest";
import { MAIN, navigationWorld } from "../../__fixtures__/navigation-world.js";
import { activeTrail } from "../../entities/active-trail.js";
import { menuTree } from "../../entities/menu-tree.js";
import { showMenu } from "./show-menu.js";

it("showing a menu gives its tree and the trail to the page", async () => {
  const shown = await showMenu(navigationWorld(), "main", "/shop/bikes");
  expect(shown).toEqual({ tree: menuTree(MAIN, null), trail: activeTrail(MAIN, "/shop/bikes") });
  expect(shown).toMatchObject({ tree: [{ id: "home" }, { id: "shop" }], trail: [{ id: "shop" }, { id: "bikes" }] });
});

it("showing an unknown menu is refused", async () => {
  expect(await showMenu(navigationWorld(), "side", "/")).toEqual({ error: "unknown-menu" });
});
