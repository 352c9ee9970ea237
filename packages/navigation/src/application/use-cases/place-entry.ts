import { insertEntry, type Entry, type Menu, type Place, type Refusal } from "../../entities/menu.js";
import type { NewId } from "../services/services.js";
import { changeMenu, type ChangeDeps } from "./change-menu.js";

export interface PlaceDeps extends ChangeDeps {
  readonly newId: NewId;
}

/** @returns the menu with the new entry; a refusal where menu or parent is unknown. */
export async function placeEntry(
  deps: PlaceDeps,
  menuName: string,
  { label, path }: Pick<Entry, "label" | "path">,
  place: Place,
): Promise<Menu | Refusal> {
  return changeMenu(deps, menuName, (menu) => insertEntry(menu, { id: deps.newId(), label, path }, place));
}
