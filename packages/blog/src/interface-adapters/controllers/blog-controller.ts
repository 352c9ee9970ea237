import { z } from "zod";
import { draft, type DraftDeps } from "../../application/use-cases/draft.js";
import { list } from "../../application/use-cases/list.js";
import { publish } from "../../application/use-cases/publish.js";
import { revise } from "../../application/use-cases/revise.js";
import { unpublish } from "../../application/use-cases/unpublish.js";
import type { Article, Refusal } from "../../entities/article.js";

const textInput = z.object({ title: z.string().min(1), body: z.string() });
const articleInput = z.object({ articleId: z.string().min(1) });
const revisionInput = textInput.extend(articleInput.shape);
const pageInput = z.object({ page: z.int().min(1) });

/** What goes back over the wire; `body` is JSON. */
export interface Answer {
  readonly status: 200 | 201 | 400 | 404 | 409 | 422;
  readonly body: unknown;
}

const STATUS_OF: Record<Refusal["error"], Answer["status"]> = {
  "unknown-article": 404,
  "slug-taken": 409,
  "already-published": 409,
  "not-published": 409,
  "not-ready": 422,
};

/** Every method takes what came over the wire, unchecked, and answers; none throws on bad input. */
export function blogController(deps: DraftDeps) {
  return {
    async draft(input: unknown): Promise<Answer> {
      const parsed = textInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(201, await draft(deps, parsed.data));
    },
    async revise(input: unknown): Promise<Answer> {
      const parsed = revisionInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(200, await revise(deps, parsed.data.articleId, parsed.data));
    },
    async publish(input: unknown): Promise<Answer> {
      const parsed = articleInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(200, await publish(deps, parsed.data.articleId));
    },
    async unpublish(input: unknown): Promise<Answer> {
      const parsed = articleInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return answer(200, await unpublish(deps, parsed.data.articleId));
    },
    /** For readers: `page` is 1-based. */
    async list(input: unknown): Promise<Answer> {
      const parsed = pageInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return { status: 200, body: await list(deps, parsed.data.page) };
    },
  };
}

function answer(status: 200 | 201, outcome: Article | Refusal): Answer {
  return { status: "error" in outcome ? STATUS_OF[outcome.error] : status, body: outcome };
}

function invalid(error: z.ZodError): Answer {
  return { status: 400, body: { error: "invalid-input", fields: error.issues.map((issue) => issue.path.join(".")) } };
}
