/** The verdict on a change as annotations of GitHub Actions. */
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import { renderAnnotations } from "../annotations.js";
import type { Rendered } from "../render.js";
import { bridged, findingsOf } from "./findings.js";

/** Lines between two gaps that are told in one annotation. */
const BRIDGED_LINES = 3;

export function renderGithub(document: CoverageDiffDocument): Rendered {
  const { errors, truncated, exitCode } = document;
  const findings = bridged(
    findingsOf(document).filter(({ level }) => level === "error"),
    BRIDGED_LINES,
  );
  const places = findings.map(({ rule, file, lines, message, command }) => ({
    title: `coverage: ${rule}`,
    file,
    lines,
    message,
    next: command,
  }));
  const left = truncated === null ? 0 : truncated.total - truncated.shown;
  return { output: renderAnnotations({ command: "coverage:diff", errors, places, left }), exitCode };
}
