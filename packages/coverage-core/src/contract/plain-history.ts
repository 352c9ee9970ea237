import { z } from "zod";
import { percent } from "./common.js";

/**
 * `coverage_trend.json`: a history of percentages by domain, without paths of files, that other tools write and read too.
 * Beside the fields that are named here, each entry has one `<domain>_percent` a domain; unknown fields are kept.
 */
export const plainHistory = z.looseObject({
  coverage_history: z.array(
    z.looseObject({
      /** A day, `2026-05-13`, or a moment. */
      date: z.string(),
      commit: z.string().optional(),
      overall_percent: percent,
      test_count: z.int().min(0).optional(),
    }),
  ),
  /** Percent by domain; `overall` is the repository's. */
  targets: z.record(z.string(), z.number().min(0).max(100)).optional(),
});

export type PlainHistory = z.infer<typeof plainHistory>;
