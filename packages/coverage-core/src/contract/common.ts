import { z } from "zod";

/** Of every document: promises to scripts. Adding a field is free; renaming or removing one needs a new major version. */
export const schemaVersion = z.literal("1.0");
export const exitCode = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(70),
  z.literal(130),
]);
export const percent = z.number().min(0).max(100).nullable();
export const count = z.int().min(0);
export const line = z.int().min(1);

export const problem = z.strictObject({ code: z.string(), message: z.string(), hint: z.string() });
export const notice = z.strictObject({ code: z.string(), message: z.string() });
export const band = z.strictObject({ statements: z.number(), branches: z.number(), functions: z.number(), lines: z.number() });

export type Problem = z.infer<typeof problem>;
