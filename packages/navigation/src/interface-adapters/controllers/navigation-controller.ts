import { z } from "zod";
import { moveEntry } from "../../application/use-cases/move-entry.js";
import { placeEntry, type PlaceDeps } from "../../application/use-cases/place-entry.js";
import { showMenu, type ShownMenu } from "../../application/use-cases/show-menu.js";
import type { Menu, Refusal } from "../../entities/menu.js";

const menu = z.string().min(1);
const path = z.string().startsWith("/");
const place = { parentId: z.string().min(1).nullable(), position: z.int().min(0) };
const placeInput = z.object({ menu, label: z.string().min(1), path, ...place });
const moveInput = z.object({ menu, entryId: z.string().min(1), ...place });
const showInput = z.object({ menu, path });

/** What goes back over the wire; `body` is JSON. */
export interface Answer {
  readonly status: 200 | 201 | 400 | 404 | 409;
  readonly body: unknown;
}

const STATUS_OF: Record<Refusal["error"], Answer["status"]> = {
  "unknown-menu": 404,
  "unknown-entry": 404,
  "unknown-parent": 404,
  cycle: 409,
};

/** Every method takes what came over the wire, unchecked, and answers; none throws on bad input. */
export function navigationController(deps: PlaceDeps) {
  return {
    async placeEntry(input: unknown): Promise<Answer> {
      const parsed = placeInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(201, await placeEntry(deps, parsed.data.menu, parsed.data, parsed.data));
    },
    async moveEntry(input: unknown): Promise<Answer> {
      const parsed = moveInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(200, await moveEntry(deps, parsed.data.menu, parsed.data.entryId, parsed.data));
    },
    /** For a page: `path` is its own. */
    async showMenu(input: unknown): Promise<Answer> {
      const parsed = showInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(200, await showMenu(deps, parsed.data.menu, parsed.data.path));
    },
  };
}

function answer(status: 200 | 201, outcome: Menu | ShownMenu | Refusal): Answer {
  return { status: "error" in outcome ? STATUS_OF[outcome.error] : status, body: outcome };
}

function invalid(error: z.ZodError): Answer {
  return { status: 400, body: { error: "invalid-input", fields: error.issues.map((issue) => issue.path.join(".")) } };
}
