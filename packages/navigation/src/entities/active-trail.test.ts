import { expect, it } from "vitest";
import { MAIN } from "../__fixtures__/navigation-world.js";
import { activeTrail } from "./active-trail.js";
import type { Menu } from "./menu.js";

function check(path: string, trail: string[], menu: Menu = MAIN): void {
  expect(activeTrail(menu, path).map(({ id }) => id)).toEqual(trail);
}

it.each<[string, string, string[]]>([
  ["an entry's own path leads to it", "/shop/cars", ["shop", "cars"]],
  ["the trail begins at the first level", "/shop/cars/vans", ["shop", "cars", "vans"]],
  ["a page below an entry leads to that entry", "/shop/boats/7", ["shop"]],
  ["the longest part of the path wins", "/shop/cars/red", ["shop", "cars"]],
  ["half a word is no part of a path", "/shopping", []],
  ["the first page leads to its entry", "/", ["home"]],
  ["the first page is no part of the others", "/about", []],
  ["a slash at the end does not count", "/shop/", ["shop"]],
  ["nor do many", "/shop//", ["shop"]],
  ["a query does not count", "/shop?a=/1", ["shop"]],
  ["a fragment does not count", "/shop#top?", ["shop"]],
  ["a query alone is the first page", "/?a", ["home"]],
])("%s", (_sentence, path, trail) => check(path, trail));

it("a longer path wins, wherever it stands in the list", () => {
  check("/shop/cars", ["shop", "cars"], { ...MAIN, entries: MAIN.entries.toReversed() });
});

it("slashes at the end make no path longer", () => {
  const long = { id: "long", label: "Shop", path: "/shop/////////", parentId: null };
  check("/shop/cars/red", ["shop", "cars"], { ...MAIN, entries: [long, ...MAIN.entries] });
  check("/shop", ["long"], { ...MAIN, entries: [long] });
});

it("of two entries for one path, the first is active", () => {
  const offers = { id: "offers", label: "Offers", path: "/shop", parentId: null };
  check("/shop", ["shop"], { ...MAIN, entries: [...MAIN.entries, offers] });
  check("/shop", ["offers"], { ...MAIN, entries: [offers, ...MAIN.entries] });
});
