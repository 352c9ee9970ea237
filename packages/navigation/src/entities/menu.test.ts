import { describe, expect, it } from "vitest";
import { MAIN } from "../__fixtures__/navigation-world.js";
import { relocateEntry, insertEntry, trailTo, type Menu, type Place, type Refusal } from "./menu.js";

/** Each entry as `parent>id`, in the order of the list. */
function shape(menu: Menu | Refusal): string[] {
  return "error" in menu ? [menu.error] : menu.entries.map(({ id, parentId }) => `${parentId ?? ""}>${id}`);
}

describe("the trail", () => {
  it.each<[string, string | null, string[]]>([
    ["to an entry of the first level is that entry", "home", ["home"]],
    ["goes from the first level down", "vans", ["shop", "cars", "vans"]],
    ["to nothing is empty", null, []],
    ["to an unknown entry is empty", "x", []],
  ])("%s", (_sentence, id, trail) => {
    expect(trailTo(MAIN, id).map((entry) => entry.id)).toEqual(trail);
  });
});

describe("placing", () => {
  const help = { id: "help", label: "Help", path: "/help" };

  it.each<[string, Place, string[]]>([
    ["goes before the first", { parentId: null, position: 0 }, [">help", ">home", ">shop", "shop>bikes", "shop>cars", "cars>vans"]],
    ["goes before the second", { parentId: null, position: 1 }, [">home", ">help", ">shop", "shop>bikes", "shop>cars", "cars>vans"]],
    ["goes after the last", { parentId: null, position: 2 }, [">home", ">shop", "shop>bikes", "shop>cars", "cars>vans", ">help"]],
    ["goes to the end", { parentId: null, position: 99 }, [">home", ">shop", "shop>bikes", "shop>cars", "cars>vans", ">help"]],
    ["counts its parent's", { parentId: "shop", position: 1 }, [">home", ">shop", "shop>bikes", "shop>help", "shop>cars", "cars>vans"]],
    ["may be a first child", { parentId: "vans", position: 0 }, [">home", ">shop", "shop>bikes", "shop>cars", "cars>vans", "vans>help"]],
    ["needs a parent that is known", { parentId: "x", position: 0 }, ["unknown-parent"]],
  ])("an entry %s", (_sentence, place, expected) => {
    expect(shape(insertEntry(MAIN, help, place))).toEqual(expected);
  });

  it("keeps the menu's name and what the entry is", () => {
    expect(insertEntry({ name: "foot", entries: [] }, help, { parentId: null, position: 0 })).toEqual({
      name: "foot",
      entries: [{ ...help, parentId: null }],
    });
  });
});

describe("moving", () => {
  it.each<[string, string, Place, string[]]>([
    ["reorders", "shop", { parentId: null, position: 0 }, [">shop", ">home", "shop>bikes", "shop>cars", "cars>vans"]],
    [
      "does not count the entry itself",
      "home",
      { parentId: null, position: 1 },
      [">shop", "shop>bikes", "shop>cars", "cars>vans", ">home"],
    ],
    ["takes what is below along", "cars", { parentId: null, position: 0 }, [">cars", ">home", ">shop", "shop>bikes", "cars>vans"]],
    ["goes below another entry", "cars", { parentId: "bikes", position: 0 }, [">home", ">shop", "shop>bikes", "cars>vans", "bikes>cars"]],
    [
      "may leave the place as it is",
      "bikes",
      { parentId: "shop", position: 0 },
      [">home", ">shop", "shop>bikes", "shop>cars", "cars>vans"],
    ],
    ["knows no entry x", "x", { parentId: null, position: 0 }, ["unknown-entry"]],
    ["knows no parent x", "cars", { parentId: "x", position: 0 }, ["unknown-parent"]],
    ["below the entry itself is refused", "shop", { parentId: "shop", position: 0 }, ["cycle"]],
    ["below its child is refused", "shop", { parentId: "cars", position: 0 }, ["cycle"]],
    ["below its child's child is refused", "shop", { parentId: "vans", position: 0 }, ["cycle"]],
  ])("%s", (_sentence, id, place, expected) => {
    expect(shape(relocateEntry(MAIN, id, place))).toEqual(expected);
  });

  it("keeps the menu's name and what the entry is", () => {
    const moved = relocateEntry(MAIN, "vans", { parentId: "home", position: 0 });
    expect(moved).toEqual({
      name: "main",
      entries: [...MAIN.entries.slice(0, 4), { id: "vans", label: "Vans", path: "/shop/cars/vans", parentId: "home" }],
    });
  });
});
