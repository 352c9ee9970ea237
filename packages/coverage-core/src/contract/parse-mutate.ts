/** The readers of `mutate`'s documents. They load the schema library when they are asked: most runs read neither. */
import type { ZodType } from "zod";
import { BandlineError } from "../failure.js";
import { jsonOf, recordOf } from "../json-value.js";
import { EXIT } from "./exit-code.js";
import type { MutateDocument, MutationScores } from "./mutate.js";

/** @param source names the text in messages. @throws BandlineError SCORES_MALFORMED. */
export async function parseMutationScores(text: string, source: string): Promise<MutationScores> {
  const { mutationScores } = await import("./mutate.js");
  return read(mutationScores, text, source, "SCORES_MALFORMED", `take ${source} from main: git checkout origin/main -- ${source}`);
}

/** @param source names the text in messages. @throws BandlineError DOCUMENT_MALFORMED. */
export async function parseMutateDocument(text: string, source: string): Promise<MutateDocument> {
  const { mutateDocument } = await import("./mutate.js");
  return read(mutateDocument, text, source, "DOCUMENT_MALFORMED", `make it anew: pnpm mutate --json > ${source}`);
}

function read<T>(schema: ZodType<T>, text: string, source: string, code: string, hint: string): T {
  const fail = (message: string) => new BandlineError({ code, message: `${source}: ${message}`, hint, exitCode: EXIT.data });
  const value = jsonOf(text);
  if (value === undefined) throw fail(text.trim() === "" ? "the file is empty" : "is no JSON");
  const version = recordOf(value)?.["schemaVersion"];
  if (typeof version === "string" && version !== "1.0") throw fail(`schemaVersion is ${version}; this version reads 1.0`);
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [{ path, message }] = error.issues as [(typeof error.issues)[number]];
  throw fail(`${path.join(".") || "the document"}: ${message}`);
}
