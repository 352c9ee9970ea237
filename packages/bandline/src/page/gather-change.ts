import { join } from "node:path";
import type { PageChange, Section } from "@repo/coverage-core/page";
import { readIfThere } from "@repo/coverage-io";
import { coverageDiff } from "../diff.js";
import type { PageRequest } from "./gather-page.js";

/** What `coverage:diff` says, and the sources that it speaks of. @throws as `coverageDiff`. */
export async function gatherChange(root: string, { cwd, io, base, inputs }: PageRequest): Promise<Section<PageChange>> {
  const flags = { cwd, ...(base === undefined ? {} : { base }), ...(inputs.length === 0 ? {} : { lcov: inputs }) };
  const document = await coverageDiff(flags, io);
  const sources = new Map<string, string>();
  for (const { file, ranges } of document.fileSummaries) {
    const bytes = ranges.length === 0 ? undefined : await readIfThere(join(root, file));
    if (bytes !== undefined) sources.set(file, bytes.toString("utf8"));
  }
  return { data: { document, sources }, missing: null };
}
