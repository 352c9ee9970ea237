/**
 * Cobertura XML of the changed lines alone: what a viewer of Cobertura shows of the change. The document has them where they were asked for.
 * The format cannot say that a file's numbers are not to be trusted: such a file's gaps are lines that never ran. Where nothing could be judged,
 * the rates are 0, and a comment has the fault.
 */
import type { CoverageDiffDocument, FileSummary } from "../../contract/coverage-diff.js";
import { renderCobertura } from "../../formats/render-cobertura.js";
import type { ArmHits, FileCoverage } from "../../lcov/model.js";
import type { Rendered } from "../render.js";

/** @param madeAt milliseconds since the epoch. */
export async function renderDiffCobertura(document: CoverageDiffDocument, madeAt: number): Promise<Rendered> {
  const { fileSummaries, errors, status, exitCode } = document;
  const files = fileSummaries.map((file) => coverageOf(file)).filter(({ lines }) => lines.size > 0);
  const pieces: string[] = [];
  for await (const piece of renderCobertura(
    files.map((file) => () => file),
    madeAt,
    status === "error" ? 0 : 1,
  ))
    pieces.push(piece);
  const faults = errors.map(({ code, message, hint }) => `<!-- ${commentText(`${code}: ${message}; next: ${hint}`)} -->\n`);
  return { output: pieces.join("") + faults.join(""), exitCode };
}

function coverageOf({ file, lines, ranges }: FileSummary): FileCoverage {
  const judged = lines ?? [];
  const hits = new Map(judged.map(({ line, hits }) => [line, hits]));
  for (const range of ranges.filter(({ kind }) => kind === "stale-coverage" || kind === "lost-coverage")) {
    for (const line of range.lines) hits.set(line, 0);
  }
  const branches = judged.flatMap(({ line, branches: { total, taken } }) =>
    Array.from({ length: total }, (_, arm): ArmHits => ({ line, block: "0", arm: String(arm), taken: arm < taken ? 1 : 0 })),
  );
  return { file, lines: new Map([...hits].sort(([a], [b]) => a - b)), functions: [], branches };
}

/** A comment of XML ends at the first two dashes. */
function commentText(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD").replaceAll(/-(?=-|$)/g, "- ");
}
