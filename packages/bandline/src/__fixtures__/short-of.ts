import type { CoverageDiffDocument } from "@repo/coverage-core";

/** A short form of a document: status, exit code, reason, hits and the codes of errors and warnings. */
export function shortOf({ status, exitCode, reason, uncovered, errors, warnings }: CoverageDiffDocument): string[] {
  return [
    [status, exitCode, reason].filter((each) => each !== null).join(" "),
    ...uncovered.map(({ file, line, kind }) => `${kind} ${file}:${String(line)}`),
    ...[...errors, ...warnings].map(({ code }) => code),
  ];
}
