/** What every answer of `coverage:diff` needs in the end, and nothing before git has been asked. */
import { emptyDocument, renderHumanDiff, renderJson, type CoverageDiffDocument } from "@repo/coverage-core";
import type { Reporters } from "./command/formats.js";
import type { Fault } from "./command/to-problem.js";

export { deliver } from "./command/formats.js";
export { faultOf } from "./command/to-problem.js";

/** Beside JSON and the summary. */
export type DiffFormat = "cobertura" | "github" | "gitlab" | "junit" | "markdown" | "rdjson" | "sarif";
type DiffReporters = Reporters<CoverageDiffDocument, DiffFormat>;

const REPORTERS = { json: renderJson, human: renderHumanDiff };

/** Those for other programs are loaded where one of them is asked for. */
export async function reportersFor(formats: readonly { readonly name: string }[]): Promise<DiffReporters> {
  // None of the others is asked for, and so none is called.
  if (formats.every(({ name }) => name in REPORTERS)) return REPORTERS as Partial<DiffReporters> as DiffReporters;
  const { renderDiffCobertura, renderGithub, renderGitlab, renderJunit, renderMarkdown, renderRdjson, renderSarif } =
    await import("@repo/coverage-core/reports");
  const more = {
    cobertura: (document: CoverageDiffDocument) => renderDiffCobertura(document, Date.now()),
    github: renderGithub,
    gitlab: renderGitlab,
    junit: renderJunit,
    markdown: renderMarkdown,
    rdjson: renderRdjson,
    sarif: renderSarif,
  };
  return { ...REPORTERS, ...more };
}

/** The document of a run that came to nothing. */
export function failedDiff({ exitCode, problem }: Fault): CoverageDiffDocument {
  return emptyDocument(exitCode, [problem]);
}
