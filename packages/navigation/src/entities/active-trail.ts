import { trailTo, type Entry, type Menu } from "./menu.js";

/**
 * The active entry is the one for the path itself, else for the longest part of it: `/shop` for `/shop/boats`.
 * The entry of `/` is active on `/` alone. Of two entries for one path, the first in the list is active.
 * @param path of the page that is shown; query, fragment and slashes at its end do not count.
 * @returns the entries from the first level to the active one; empty where none is active.
 */
export function activeTrail(menu: Menu, path: string): Entry[] {
  const shown = plainPath(path);
  const [active] = menu.entries
    .filter((entry) => covers(plainPath(entry.path), shown))
    .sort((one, other) => plainPath(other.path).length - plainPath(one.path).length);
  return active === undefined ? [] : trailTo(menu, active.id);
}

function covers(path: string, shown: string): boolean {
  return path === shown || (path !== "" && shown.startsWith(`${path}/`));
}

/** @returns an empty text for the path `/`. */
function plainPath(path: string): string {
  return path.replace(/[?#].*/, "").replace(/\/+$/, "");
}
