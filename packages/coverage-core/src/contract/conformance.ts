import { z } from "zod";
import { exitCode, line, notice, problem, schemaVersion } from "./common.js";
import { CONFORMANCE_RULES } from "./names.js";

const finding = z.strictObject({
  /** Relative to the repository's root; where something is missing, the file that should be there. */
  file: z.string(),
  /** null where it belongs to the file as a whole, or the file is not there. */
  line: line.nullable(),
  message: z.string(),
  /** The next command, or the exact edit. */
  hint: z.string(),
  /** Of the error that it would be to every other command, such as MANIFEST_INVALID; null where it is none. */
  code: z.string().nullable(),
});

const rule = z.strictObject({
  id: z.enum(CONFORMANCE_RULES),
  /** `error`: it could not be judged, and `errors` says why. */
  status: z.enum(["pass", "fail", "skip", "error"]),
  /** Why it was skipped; else null. */
  reason: z.string().nullable(),
  /** What it holds, in a sentence. */
  about: z.string(),
  /** Where it is explained. */
  page: z.string(),
  findings: z.array(finding),
});

/** What `conformance` prints. */
export const conformanceDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  /** Those that were asked for, in one order always. */
  rules: z.array(rule),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type ConformanceDocument = z.infer<typeof conformanceDocument>;
export type RuleVerdict = z.infer<typeof rule>;
export type RuleFinding = z.infer<typeof finding>;
