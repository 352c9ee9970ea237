import { z } from "zod";
import { count, exitCode, notice, problem, schemaVersion } from "./common.js";
import { PAGE_SECTIONS } from "./names.js";

/** What `coverage:report` prints. It judges nothing: a page that shows a failed gate is a pass. */
export const reportDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "error"]),
  exitCode,
  /** What lies on disk now; `file` is relative to where the command ran. */
  written: z.array(z.strictObject({ kind: z.enum(["html", "badge"]), file: z.string(), bytes: count })),
  /** Each part of the page: whether it has data, and why not. */
  sections: z.array(z.strictObject({ name: z.enum(PAGE_SECTIONS), hasData: z.boolean(), why: z.string().nullable() })),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type ReportDocument = z.infer<typeof reportDocument>;
