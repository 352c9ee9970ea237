import type { PackageFacts } from "@repo/coverage-core";
import { declaredDomains } from "@repo/coverage-core/domains";
import type { PageDomains, PageNotice, Section } from "@repo/coverage-core/page";
import { measureDomains } from "../domains/measure-domains.js";
import type { PageRequest } from "./gather-page.js";

/** Where each domain stands. That no manifest names one is no fault. @param note receives what `coverage:domains` finds wrong. @throws as `measureDomains`. */
export async function gatherDomains(
  packages: readonly PackageFacts[],
  { cwd, io, inputs }: PageRequest,
  note: (notice: PageNotice) => void,
): Promise<Section<PageDomains>> {
  if (declaredDomains(packages).length === 0) {
    return { data: null, missing: { why: "No manifest names a layer of its own that has a band.", next: null } };
  }
  const document = await measureDomains({ cwd, ...(inputs.length === 0 ? {} : { input: inputs }) }, io);
  const about = "domains";
  for (const problem of document.errors) note({ level: "error", about, ...problem });
  for (const warning of document.warnings) note({ level: "warning", about, hint: null, ...warning });
  return { data: document, missing: null };
}
