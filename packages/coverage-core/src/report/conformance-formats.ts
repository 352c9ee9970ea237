/** The verdict of `conformance` in the formats of other programs. */
import type { ConformanceDocument } from "../contract/conformance.js";
import { renderAnnotations } from "./annotations.js";
import type { Rendered } from "./render.js";

export function renderConformanceGithub({ rules, errors, exitCode }: ConformanceDocument): Rendered {
  const places = rules.flatMap(({ id, findings }) =>
    findings.map(({ file, line, message, hint }) => ({
      title: `conformance: ${id}`,
      file,
      lines: line === null ? null : { start: line, end: line },
      message,
      next: hint,
    })),
  );
  return { output: renderAnnotations({ command: "conformance", errors, places }), exitCode };
}
