import { z } from "zod";

/** `coverage/sources.json`: which text was measured. `blob` is the git blob id (SHA-1) of the file's bytes, null where it changed while the tests ran. */
export const sourcesDocument = z.strictObject({
  schemaVersion: z.literal("1.0"),
  /**
   * Written by `aggregate` alone, and only where every path of the report beside it is a file of the repository: that report has this many bytes,
   * and one record for each file, in code unit order. A reader may then look a file up without reading the rest.
   */
  report: z.strictObject({ bytes: z.int().nonnegative() }).optional(),
  sources: z.record(
    z.string(),
    z.strictObject({
      blob: z
        .string()
        .regex(/^[0-9a-f]{40}$/)
        .nullable(),
      /** `aggregate` where nobody recorded the text at the time of the run, and aggregate wrote down what it saw. */
      by: z.literal("aggregate").optional(),
    }),
  ),
});

export type SourcesDocument = z.infer<typeof sourcesDocument>;
export type SourceRecord = SourcesDocument["sources"][string];
