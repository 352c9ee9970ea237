import { z } from "zod";
import { savePage } from "../../application/use-cases/save-page.js";
import { schedulePage } from "../../application/use-cases/schedule-page.js";
import { showPage, type ShowDeps, type ShownPage } from "../../application/use-cases/show-page.js";
import type { Page, Refusal } from "../../entities/page.js";

const text = z.string().min(1);
/** `/`, or words in lower case with a slash before each. */
const path = z.string().regex(/^\/$|^(\/[a-z0-9-]+)+$/);
const section = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hero"), heading: text, text: z.string() }),
  z.object({ kind: z.literal("text"), text }),
  z.object({ kind: z.literal("call-to-action"), label: text, target: text }),
]);
const seo = z.object({ title: z.string(), description: z.string(), canonical: z.string().nullable() });
const saveInput = z.object({ path, sections: z.array(section), seo });
const scheduleInput = z.object({ path, from: z.int(), until: z.int().nullable() });
const showInput = z.object({ path });

/** What goes back over the wire; `body` is JSON. */
export interface Answer {
  readonly status: 200 | 400 | 404 | 422;
  readonly body: unknown;
}

const STATUS_OF: Record<Refusal["error"], Answer["status"]> = { "unknown-page": 404, "bad-page": 422, "bad-schedule": 422 };

/** Every method takes what came over the wire, unchecked, and answers; none throws on bad input. */
export function marketingPagesController(deps: ShowDeps) {
  return {
    async savePage(input: unknown): Promise<Answer> {
      const parsed = saveInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(await savePage(deps, parsed.data));
    },
    /** `from` and `until` are milliseconds since the epoch. */
    async schedulePage(input: unknown): Promise<Answer> {
      const parsed = scheduleInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const { path, from, until } = parsed.data;
      return answer(await schedulePage(deps, path, { from, until }));
    },
    /** For readers. */
    async showPage(input: unknown): Promise<Answer> {
      const parsed = showInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(await showPage(deps, parsed.data.path));
    },
  };
}

function answer(outcome: Page | ShownPage | Refusal): Answer {
  return { status: "error" in outcome ? STATUS_OF[outcome.error] : 200, body: outcome };
}

function invalid(error: z.ZodError): Answer {
  return { status: 400, body: { error: "invalid-input", fields: error.issues.map((issue) => issue.path.join(".")) } };
}
