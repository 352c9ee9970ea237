import { z } from "zod";
import { remove } from "../../application/use-cases/remove.js";
import { upload, type UploadDeps } from "../../application/use-cases/upload.js";
import type { Refusal } from "../../entities/asset.js";

const lengthPx = z.int().min(1);
const uploadInput = z.object({
  name: z.string().min(1),
  type: z.string().toLowerCase(),
  content: z.instanceof(Uint8Array),
  dimensions: z.object({ width: lengthPx, height: lengthPx }).nullable(),
});
const assetInput = z.object({ assetId: z.string().min(1) });

/** What goes back over the wire; `body` is JSON. */
export interface Answer {
  readonly status: 201 | 204 | 400 | 404 | 422;
  readonly body?: unknown;
}

const STATUS_OF: Record<Refusal["error"], Answer["status"]> = { "unknown-asset": 404, "bad-asset": 422 };

/** Every method takes what came over the wire, unchecked, and answers; none throws on bad input. */
export function mediaController(deps: UploadDeps) {
  return {
    async upload(input: unknown): Promise<Answer> {
      const parsed = uploadInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const outcome = await upload(deps, parsed.data);
      return "error" in outcome ? refused(outcome) : { status: 201, body: outcome };
    },
    async remove(input: unknown): Promise<Answer> {
      const parsed = assetInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const refusal = await remove(deps, parsed.data.assetId);
      return refusal === undefined ? { status: 204 } : refused(refusal);
    },
  };
}

function refused(refusal: Refusal): Answer {
  return { status: STATUS_OF[refusal.error], body: refusal };
}

function invalid(error: z.ZodError): Answer {
  return { status: 400, body: { error: "invalid-input", fields: error.issues.map((issue) => issue.path.join(".")) } };
}
