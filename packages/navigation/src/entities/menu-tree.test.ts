import { expect, it } from "vitest";
import { MAIN } from "../__fixtures__/navigation-world.js";
import { menuTree } from "./menu-tree.js";

const cars = {
  id: "cars",
  label: "Cars",
  path: "/shop/cars",
  children: [{ id: "vans", label: "Vans", path: "/shop/cars/vans", children: [] }],
};
const bikes = { id: "bikes", label: "Bikes", path: "/shop/bikes", children: [] };

it("a tree holds the first level and all below it, in order", () => {
  expect(menuTree(MAIN, null)).toEqual([
    { id: "home", label: "Home", path: "/", children: [] },
    { id: "shop", label: "Shop", path: "/shop", children: [bikes, cars] },
  ]);
});

it("a tree may begin below an entry", () => {
  expect(menuTree(MAIN, "shop")).toEqual([bikes, cars]);
});

it("a parent may come after its children", () => {
  expect(menuTree({ name: "main", entries: MAIN.entries.toReversed() }, "shop")).toEqual([cars, bikes]);
});

it("a menu without entries is an empty tree", () => {
  expect(menuTree({ name: "main", entries: [] }, null)).toEqual([]);
});
