import { relocateEntry, type Menu, type Place, type Refusal } from "../../entities/menu.js";
import { changeMenu, type ChangeDeps } from "./change-menu.js";

/** @returns the menu with the entry at its new place; a refusal where one is unknown, or the place lies below the entry itself. */
export async function moveEntry(deps: ChangeDeps, menuName: string, entryId: string, place: Place): Promise<Menu | Refusal> {
  return changeMenu(deps, menuName, (menu) => relocateEntry(menu, entryId, place));
}
