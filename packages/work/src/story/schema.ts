/** The front matter of a story, a task or an epic. Unknown keys are allowed, and kept. */
import { z } from "zod";

export const KINDS = ["epic", "story", "task"] as const;
export const STATES = ["idea", "ready", "in-progress", "done", "canceled"] as const;
/** The least urgent first. */
export const PRIORITIES = ["none", "low", "normal", "high", "urgent"] as const;
export const SIZES = ["tiny", "small", "medium", "large", "xl"] as const;
export const AMBIGUITIES = ["low", "medium", "high"] as const;
export const EXECUTORS = ["simple", "standard", "expert", "human_review"] as const;
/** How far a story's change reaches: nobody else's files, a module, what several share, everything. */
export const ISOLATIONS = ["isolated", "module", "shared", "global"] as const;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TIMESTAMP = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** What is allowed, in the words of an error: "{field}: received {received}; allowed: {message}". */
const allowed = {
  slug: "a name in kebab-case, such as golden-coverage-story",
  text: "a text",
  timestamp: "a time in UTC with milliseconds, such as 2024-01-02T03:04:05.678Z",
  list: "a list of texts",
};

const oneOf = <const T extends readonly [string, ...string[]]>(names: T) => z.enum(names, `one of ${names.join(", ")}`);
const slug = z.string(allowed.slug).regex(SLUG, allowed.slug);
const text = z.string(allowed.text).min(1, allowed.text);
const timestamp = z.string(allowed.timestamp).regex(TIMESTAMP, allowed.timestamp);
const texts = z.array(text, allowed.list);
const slugs = z.array(slug, "a list of ids");

/** One run of an agent, and what the gate said of it. */
export const attempt = z.looseObject({
  number: z.int().min(1),
  status: z.enum(["pass", "fail", "error", "timeout", "interrupted"]),
  started_at: timestamp,
  duration_ms: z.int().min(0),
  agent_exit_code: z.int().nullable(),
  gate_exit_code: z.int().nullable(),
});

export const frontMatter = z.looseObject(
  {
    id: slug,
    title: text,
    kind: oneOf(KINDS),
    state: oneOf(STATES),
    priority: oneOf(PRIORITIES),
    size: oneOf(SIZES),
    ambiguity: oneOf(AMBIGUITIES),
    executor: oneOf(EXECUTORS),
    isolation: oneOf(ISOLATIONS),
    assignees: texts,
    labels: texts,
    created_at: timestamp,
    updated_at: timestamp,
    completed_at: timestamp.nullable(),
    links: z.array(z.unknown(), "a list"),
    last_activity_at: timestamp,
    epic: slug.optional(),
    depends_on: slugs.optional(),
    blocks: slugs.optional(),
    touches: texts.optional(),
    commit_message: text.optional(),
    execution: z.looseObject({ attempts: z.array(attempt, "a list of attempts").optional() }, "an object with attempts").optional(),
  },
  "an object of fields",
);

/** The order in which a new file has its fields; the optional ones come last. */
export const FIELD_ORDER = Object.keys(frontMatter.shape) as readonly (keyof FrontMatter)[];

export type FrontMatter = z.infer<typeof frontMatter>;
export type Attempt = z.infer<typeof attempt>;
export type Kind = (typeof KINDS)[number];
export type State = (typeof STATES)[number];

export function isTimestamp(value: string): boolean {
  return TIMESTAMP.test(value) && !Number.isNaN(Date.parse(value));
}
