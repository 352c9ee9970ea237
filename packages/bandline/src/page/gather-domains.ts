import type { PageDomains, PageNotice, Section } from "@repo/coverage-core/page";
import { measureDomains } from "../domains/measure-domains.js";
import { faultOf } from "../command/to-problem.js";
import type { PageRequest } from "./gather-page.js";

/** Where each domain stands. That no manifest names one is no fault. @param note receives what `coverage:domains` finds wrong. @throws as `measureDomains`. */
export async function gatherDomains({ cwd, io, inputs }: PageRequest, note: (notice: PageNotice) => void): Promise<Section<PageDomains>> {
  try {
    const document = await measureDomains({ cwd, ...(inputs.length === 0 ? {} : { input: inputs }) }, io);
    const about = "domains";
    for (const problem of document.errors) note({ level: "error", about, ...problem });
    for (const warning of document.warnings) note({ level: "warning", about, hint: null, ...warning });
    return { data: document, missing: null };
  } catch (error) {
    const { problem } = faultOf(error);
    if (problem.code !== "NO_DOMAINS") throw error;
    return { data: null, missing: { why: "No manifest names a layer of its own that has a band.", next: null } };
  }
}
