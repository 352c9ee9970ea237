import { describe, expect, it } from "vitest";
import { MAIN, navigationWorld } from "../../__fixtures__/navigation-world.js";
import { menuTree } from "../../entities/menu-tree.js";
import { navigationController } from "./navigation-controller.js";

type Method = keyof ReturnType<typeof navigationController>;

async function check(method: Method, input: unknown, expected: object): Promise<void> {
  expect(await navigationController(navigationWorld())[method](input)).toEqual(expected);
}

const help = { menu: "main", label: "Help", path: "/help", parentId: null, position: 99 };
const move = { menu: "main", entryId: "vans", parentId: null, position: 0 };
const refused = (status: number, error: string) => ({ status, body: { error } });
const invalid = (...fields: string[]) => ({ status: 400, body: { error: "invalid-input", fields } });

const withHelp = { name: "main", entries: [...MAIN.entries, { id: "e9", label: "Help", path: "/help", parentId: null }] };
const vansFirst = {
  name: "main",
  entries: [{ id: "vans", label: "Vans", path: "/shop/cars/vans", parentId: null }, ...MAIN.entries.slice(0, 4)],
};

describe("the navigation controller", () => {
  it.each<[string, Method, unknown, object]>([
    ["places an entry", "placeEntry", help, { status: 201, body: withHelp }],
    ["knows no menu called side", "placeEntry", { ...help, menu: "side" }, refused(404, "unknown-menu")],
    ["knows no parent called x", "placeEntry", { ...help, parentId: "x" }, refused(404, "unknown-parent")],
    ["places no path of another site", "placeEntry", { ...help, path: "https://a.example" }, invalid("path")],
    ["names the fields that are wrong", "placeEntry", { ...help, menu: "", label: "", position: -1 }, invalid("menu", "label", "position")],
    ["moves an entry", "moveEntry", move, { status: 200, body: vansFirst }],
    ["knows no entry called x", "moveEntry", { ...move, entryId: "x" }, refused(404, "unknown-entry")],
    ["does not move an entry below itself", "moveEntry", { ...move, entryId: "shop", parentId: "vans" }, refused(409, "cycle")],
    ["does not move between two positions", "moveEntry", { ...move, position: 0.5 }, invalid("position")],
    [
      "shows a menu",
      "showMenu",
      { menu: "main", path: "/" },
      { status: 200, body: { tree: menuTree(MAIN, null), trail: MAIN.entries.slice(0, 1) } },
    ],
    ["shows no unknown menu", "showMenu", { menu: "side", path: "/" }, refused(404, "unknown-menu")],
    ["shows no menu without a path", "showMenu", { menu: "main" }, invalid("path")],
  ])("%s", (_sentence, method, input, expected) => check(method, input, expected));
});
