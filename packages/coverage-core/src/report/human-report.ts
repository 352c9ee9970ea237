import type { ReportDocument } from "../contract/report.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

/** What was written, and which parts of the page have nothing to show. */
export function renderHumanReport(document: ReportDocument, paint: Painter): Rendered {
  const { status, written, sections, warnings, errors, exitCode } = document;
  const lines = [
    `coverage:report ${status === "pass" ? paint.good(status) : paint.bad(status)}`,
    ...written.map(({ file, bytes }) => `  ${paint.strong(file)} (${Math.ceil(bytes / 1024)} KB)`),
    ...sections.filter(({ hasData }) => !hasData).map(({ name, why }) => `  ${paint.note("without")} ${name}: ${why ?? ""}`),
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode };
}
