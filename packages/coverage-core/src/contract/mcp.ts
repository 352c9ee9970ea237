import { z } from "zod";
import { count, exitCode, line, notice, percent, problem, schemaVersion } from "./common.js";
import { coverageDiffDocument, explanation, guardFinding, range } from "./coverage-diff.js";
import { mutateDocument } from "./mutate.js";
import { HIT_KINDS } from "./names.js";

const { reason, base, head, summary } = coverageDiffDocument.shape;

/** A range that fails the gate, without what it takes to mend it. */
const gap = z.strictObject({
  file: z.string(),
  start: line,
  end: line,
  kind: z.enum(HIT_KINDS),
  function: z.string().nullable(),
  /** Arms that were never taken. */
  arms: z.array(z.string()),
});

const { snippet, nearestTest, command } = range.shape;

/** A mutant that lives, or of which a run says nothing. What is null is known to the machine alone that ran the mutant. */
const survivor = z.strictObject({
  key: z.string(),
  package: z.string(),
  file: z.string(),
  line: line.nullable(),
  symbol: z.string().nullable(),
  mutator: z.string().nullable(),
  original: z.string().nullable(),
  replacement: z.string().nullable(),
  status: z.enum(["survived", "noCoverage", "inconclusive"]),
  /** Whether the code has changed since the mutant ran. */
  isOld: z.boolean(),
  suggestedTestFile: z.string().nullable(),
  hint: z.string().nullable(),
  rerun: z.string(),
});

/** What every tool of `bandline mcp` answers with; what belongs to another tool is null. */
export const mcpAnswer = z.strictObject({
  schemaVersion,
  /** null where the call named no tool that there is. */
  tool: z.enum(["verdict", "explain_line", "what_to_test_next", "survivors"]).nullable(),
  /** `error` where nothing could be answered: `errors` says why. */
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  verdict: z.strictObject({ reason, base, head, summary, gaps: z.array(gap), guard: z.array(guardFinding) }).nullable(),
  explanation: explanation.nullable(),
  /** Gaps with what it takes to mend them, the most severe kind first. */
  targets: z.array(gap.extend({ snippet, nearestTest, command })).nullable(),
  mutants: z
    .strictObject({
      /** Where the scores were measured; null where no scores are recorded. */
      commit: z.string().nullable(),
      packages: z.array(
        z.strictObject({ name: z.string(), score: percent, threshold: mutateDocument.shape.packages.element.shape.threshold }),
      ),
      survivors: z.array(survivor),
    })
    .nullable(),
  nextActions: z.array(z.string()),
  /** How many items each list would have beside those that are here, by the list's name with dots. */
  leftOut: z.record(z.string(), count),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type McpAnswer = z.infer<typeof mcpAnswer>;
export type McpGap = z.infer<typeof gap>;
export type McpTarget = NonNullable<McpAnswer["targets"]>[number];
export type McpSurvivor = z.infer<typeof survivor>;
export type McpToolName = NonNullable<McpAnswer["tool"]>;
