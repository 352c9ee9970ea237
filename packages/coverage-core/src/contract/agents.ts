import { z } from "zod";
import { exitCode, problem, schemaVersion } from "./common.js";

/** What `agents` prints. */
export const agentsDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  /** `changed` says what was written; under `--check` what is out of date. */
  files: z.array(z.strictObject({ path: z.string(), changed: z.boolean() })),
  nextActions: z.array(z.string()),
  errors: z.array(problem),
});

export type AgentsDocument = z.infer<typeof agentsDocument>;
