/** What the commands of this package print. Field names are promises to scripts: adding one is free. */
import { z } from "zod";
import { AMBIGUITIES, EXECUTORS, ISOLATIONS, KINDS, PRIORITIES, SIZES, STATES, attempt } from "./story/schema.js";

const count = z.int().min(0);
const status = z.enum(["pass", "fail", "error"]);
const exitCode = z.union([0, 1, 2, 3, 4, 5, 70, 130].map((code) => z.literal(code)) as [z.ZodLiteral<0>, ...z.ZodLiteral<number>[]]);
const problem = z.strictObject({ code: z.string(), message: z.string(), hint: z.string() });
const ids = z.array(z.string());

export const item = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  priority: z.enum(PRIORITIES),
  size: z.enum(SIZES),
  ambiguity: z.enum(AMBIGUITIES),
  executor: z.enum(EXECUTORS),
  isolation: z.enum(ISOLATIONS),
  assignees: ids,
  labels: ids,
  epic: z.string().nullable(),
  path: z.string(),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  dependsOn: ids,
  blocks: ids,
  touches: ids,
  blockedBy: ids,
  criteria: z.strictObject({ total: count, checked: count }),
  attempts: z.array(attempt),
});

const finding = z.strictObject({ file: z.string(), line: z.int().min(1), field: z.string().nullable(), message: z.string() });
const unmet = z.strictObject({
  kind: z.enum(["criterion-unchecked", "no-criteria", "changelog-missing", "gate-failed", "child-open"]),
  line: z.int().min(1).nullable(),
  message: z.string(),
});

const common = {
  $schema: z.string(),
  schemaVersion: z.literal("1.0"),
  status,
  exitCode,
  nextActions: z.array(z.string()),
  errors: z.array(problem),
};

/** Of every `work` command; a field is there where the command answers it. */
export const workDocument = z.strictObject({
  ...common,
  /** `new`, `show`, `pickup`, `complete`. */
  item: item.optional(),
  /** `show`: what the file says below its fields, by heading. */
  sections: z.array(z.strictObject({ title: z.string(), line: z.int().min(1), text: z.string() })).optional(),
  /** `list`, `next`: in order. */
  items: z.array(item).optional(),
  /** `next`: stories that are ready and have to wait. */
  skipped: z.array(z.strictObject({ id: z.string(), because: z.string() })).optional(),
  /** `validate`. */
  findings: z.array(finding).optional(),
  /** `complete`: why the story is not done. */
  unmet: z.array(unmet).optional(),
  /** `complete`: what the gate said; null where it was not asked. */
  gate: z
    .strictObject({ command: z.string(), exitCode: z.int(), nextActions: z.array(z.string()) })
    .nullable()
    .optional(),
  /** `state`. */
  path: z.string().optional(),
  changed: z.boolean().optional(),
});

const dispatched = z.strictObject({
  number: z.int().min(1),
  status: z.enum(["pass", "fail", "error", "timeout", "interrupted"]),
  durationMs: count,
  nextActions: z.array(z.string()),
});

/** What `dispatch` prints. `story` and `attempts` are those of the first of `stories`; null and empty where none was taken. */
export const dispatchDocument = z.strictObject({
  ...common,
  story: z.string().nullable(),
  attempts: z.array(dispatched),
  stories: z.array(
    z.strictObject({
      story: z.string(),
      status: z.enum(["pass", "fail", "interrupted"]),
      branch: z.string(),
      /** The commit that completes the story, on that branch; null where it is not complete. */
      commit: z.string().nullable(),
      /** Where the work of a story that is not complete stays; null where the story is. */
      worktree: z.string().nullable(),
      /** `--merge`: whether the branch of the main tree has it. */
      merged: z.boolean(),
      attempts: z.array(dispatched),
    }),
  ),
  skipped: z.array(z.strictObject({ id: z.string(), because: z.string() })),
});

/** `docs/work/_system/_state.json`. */
export const stateDocument = z.strictObject({
  schemaVersion: z.literal("1.0"),
  counts: z.strictObject(Object.fromEntries(STATES.map((state) => [state, count])) as Record<(typeof STATES)[number], typeof count>),
  /** Ids that can be taken now, the most urgent first. */
  ready: ids,
  /** What each waits for. */
  blocked: z.record(z.string(), ids),
  epics: z.record(z.string(), z.strictObject({ total: count, done: count })),
  prds: z.array(z.string()),
  items: z.array(item.omit({ attempts: true }).extend({ attempts: count })),
});

/** The documents for which a JSON Schema file is published, by the file's name. */
const DOCUMENTS = {
  "dispatch.v1.json": dispatchDocument,
  "work-state.v1.json": stateDocument,
  "work.v1.json": workDocument,
} as const;

/** @returns the text of each published file, by its name. */
export function publishedSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(DOCUMENTS).map(([name, schema]) => [name, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`]),
  );
}

export type WorkDocument = z.infer<typeof workDocument>;
export type DispatchDocument = z.infer<typeof dispatchDocument>;
export type WorkState = z.infer<typeof stateDocument>;
export type Unmet = z.infer<typeof unmet>;
