import { z } from "zod";
import { exitCode, problem, schemaVersion } from "./common.js";

/** What `new:feature` prints. */
export const newFeatureDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "error"]),
  exitCode,
  /** null where none was made: then everything is as it was before. */
  feature: z
    .strictObject({
      /** As its manifest says. */
      name: z.string(),
      /** The package's name. */
      package: z.string(),
      /** Its folder. */
      path: z.string(),
      /** Every file that was made, in order. */
      files: z.array(z.string()),
    })
    .nullable(),
  /** Files that know of the feature now and did not before. */
  registered: z.array(z.string()),
  nextActions: z.array(z.string()),
  errors: z.array(problem),
});

export type NewFeatureDocument = z.infer<typeof newFeatureDocument>;
