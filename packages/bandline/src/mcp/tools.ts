/** The four tools: what each takes, and who answers it. */
import { EXIT, type McpAnswer, type McpToolName } from "@repo/coverage-core";
import { z } from "zod";
import { usageError } from "../command/parse-args.js";
import { faultOf } from "../command/to-problem.js";
import { explainLine, verdictOf, whatToTestNext } from "./change-answers.js";
import type { McpContext } from "./context.js";
import { survivorsOf } from "./survivors.js";

/** A word of git's that is no option of git's. */
const ref = z
  .string()
  .max(250)
  .regex(/^[^\s:\p{Cc}-][^\s:\p{Cc}]*$/u, "It takes a branch, a tag or a commit.");
const file = z
  .string()
  .min(1)
  .max(4_096)
  .regex(/^\P{Cc}+$/u, "It takes a path.");
const limit = z.int().min(1).max(200).default(50).describe("items at most, 1 to 200");
const base = ref.optional().describe("what the change is compared with; default: as coverage:diff chooses it");

interface Tool<T> {
  readonly description: string;
  readonly input: z.ZodType<T>;
  readonly run: (input: T, context: McpContext) => Promise<Partial<McpAnswer>>;
}

/** Keeps input and run of one tool together. */
function tool<T>(definition: Tool<T>): Tool<T> {
  return definition;
}

const TOOLS = {
  verdict: tool({
    description:
      "Did every changed line run under test? The verdict of coverage:diff on the working tree: pass or fail, counts, and the gaps as ranges. Run the tests with coverage first.",
    input: z.strictObject({ base, limit }),
    run: verdictOf,
  }),
  explain_line: tool({
    description: "Why is this line judged as it is? Policy, change, execution, the records of the report, freshness, and what to do next.",
    input: z.strictObject({
      file: file.describe("a file of the repository, from its root"),
      line: z.int().min(1).max(999_999_999).describe("from 1"),
      base,
    }),
    run: explainLine,
  }),
  what_to_test_next: tool({
    description:
      "The gaps of the change with what it takes to close each: code, function, missing arms, nearest test, and the command to run.",
    input: z.strictObject({ base, limit }),
    run: whatToTestNext,
  }),
  survivors: tool({
    description:
      "Small changes of the code that no test notices, as the last runs of mutate on this machine and the recorded scores have them. Runs nothing.",
    input: z.strictObject({
      package: z.string().min(1).max(214).optional().describe("of this package alone"),
      file: file.optional().describe("of this file alone, from the repository's root"),
      limit,
    }),
    run: survivorsOf,
  }),
} satisfies Record<McpToolName, unknown>;

interface ListedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly type: "object"; readonly [key: string]: unknown };
  readonly annotations: Readonly<Record<string, boolean>>;
}

export function listTools(): ListedTool[] {
  return Object.entries(TOOLS).map(([name, { description, input }]) => ({
    name,
    description,
    inputSchema: { ...z.toJSONSchema(input, { io: "input" }), type: "object" },
    // Where a package was tested since the last merge, a verdict merges its report first.
    annotations: { readOnlyHint: name === "survivors", destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));
}

/** @returns an answer whatever happens: a fault is one of status `error`, with its code, message and hint. */
export async function answerOf(name: string, input: unknown, context: McpContext): Promise<McpAnswer> {
  const known = Object.keys(TOOLS).find((each): each is McpToolName => each === name) ?? null;
  try {
    if (known === null) throw usageError("mcp", `there is no tool ${name}; there is ${Object.keys(TOOLS).join(", ")}`);
    return { ...NOTHING, tool: known, ...(await call(known, TOOLS[known] as Tool<unknown>, input, context)) };
  } catch (error) {
    const { exitCode, problem } = faultOf(error);
    return { ...NOTHING, tool: known, status: "error", exitCode, nextActions: [problem.hint], errors: [problem] };
  }
}

const NOTHING: McpAnswer = {
  schemaVersion: "1.0",
  tool: null,
  status: "pass",
  exitCode: EXIT.pass,
  verdict: null,
  explanation: null,
  targets: null,
  mutants: null,
  nextActions: [],
  leftOut: {},
  warnings: [],
  errors: [],
};

/** @throws BandlineError USAGE for an input that the tool does not take, and what the tool throws. */
async function call<T>(name: string, { input: schema, run }: Tool<T>, input: unknown, context: McpContext): Promise<Partial<McpAnswer>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return run(parsed.data, context);
  const told = parsed.error.issues.map(({ path, message }) => `${path.length === 0 ? "" : `${path.join(".")}: `}${message}`);
  const error = usageError("mcp", `${name} does not take ${JSON.stringify(input)}: ${told.join("; ")}`);
  throw Object.assign(error, { hint: `call ${name} with an input that its schema allows` });
}
