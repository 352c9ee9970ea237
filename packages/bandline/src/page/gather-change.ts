import { join } from "node:path";
import type { PageChange, Section } from "@repo/coverage-core/page";
import { readIfThere } from "@repo/coverage-io";
import { coverageDiff } from "../diff.js";
import type { PageRequest } from "./gather-page.js";

/** What `coverage:diff` says, and the sources that it speaks of. @throws as `coverageDiff`. */
export async function gatherChange(root: string, { cwd, io, base, inputs }: PageRequest): Promise<Section<PageChange>> {
  const flags = { cwd, ...(base === undefined ? {} : { base }), ...(inputs.length === 0 ? {} : { lcov: inputs }) };
  const document = await coverageDiff(flags, io);
  const shown = document.fileSummaries.filter(({ ranges }) => ranges.length > 0);
  // The gate has read them a moment ago.
  const texts = await Promise.all(shown.map(async ({ file }) => [file, String(await readIfThere(join(root, file)))] as const));
  return { data: { document, sources: new Map(texts) }, missing: null };
}
