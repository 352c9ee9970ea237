/** Documents of `work`, and what people see of them. */
import { EXIT, type Fault, type Painter, type Rendered } from "bandline/command";
import type { WorkDocument } from "../contract.js";
import type { Item } from "../state/model.js";

export const SCHEMA = "@repo/work/schemas/work.v1.json";

/** What a command answers, beside what all of them do. */
export type Answer = Omit<WorkDocument, "$schema" | "schemaVersion" | "status" | "exitCode" | "nextActions" | "errors"> & {
  readonly nextActions?: readonly string[];
};

export function passed({ nextActions = [], ...answer }: Answer): WorkDocument {
  return {
    $schema: SCHEMA,
    schemaVersion: "1.0",
    status: "pass",
    exitCode: EXIT.pass,
    ...answer,
    nextActions: [...nextActions],
    errors: [],
  };
}

export function gateFailed(answer: Answer): WorkDocument {
  return { ...passed(answer), status: "fail", exitCode: EXIT.gateFailed };
}

export function failedWork({ exitCode, problem }: Fault): WorkDocument {
  return { ...passed({}), status: "error", exitCode, errors: [problem] };
}

/** A copy that a document may hold. */
export function itemOfDocument(item: Item): NonNullable<WorkDocument["item"]> {
  return structuredClone(item) as NonNullable<WorkDocument["item"]>;
}

export function renderHumanWork(document: WorkDocument, paint: Painter): Rendered {
  const { status, item, items = [], skipped = [], findings = [], unmet = [], sections = [], errors, nextActions } = document;
  const lines = [
    `work ${paint[status === "pass" ? "good" : "bad"](status)}${document.path === undefined ? "" : `: ${document.path}${document.changed === false ? " is up to date" : ""}`}`,
    ...(item === undefined ? [] : [itemLine(item, item.id.length, paint), ...detailsOf(item)]),
    ...items.map((each) => itemLine(each, Math.max(...items.map(({ id }) => id.length)), paint)),
    ...skipped.map(({ id, because }) => `  ${paint.note("waits")} ${id}: ${because}`),
    ...findings.map(
      ({ file, line, field, message }) => `  ${paint.bad(`${file}:${line}`)}${field === null ? "" : ` ${field}`}: ${message}`,
    ),
    ...unmet.map(({ line, message }) => `  ${paint.bad("not yet")}${line === null ? "" : ` line ${line}`}: ${message}`),
    ...sections.filter(({ text }) => text !== "").flatMap(({ title, text }) => ["", paint.strong(title), text]),
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...(nextActions.length === 0 ? [] : ["next:", ...nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

function itemLine(
  { id, kind, state, priority, title, blockedBy }: Pick<Item, "id" | "kind" | "state" | "priority" | "title" | "blockedBy">,
  width: number,
  paint: Painter,
): string {
  const waits = blockedBy.length === 0 ? "" : paint.note(`  waits for ${blockedBy.join(", ")}`);
  return `  ${paint.strong(id.padEnd(width))}  ${state.padEnd(11)}  ${priority.padEnd(6)}  ${kind.padEnd(5)}  ${title}${waits}`;
}

function detailsOf({ path, criteria, touches }: Pick<Item, "path" | "criteria" | "touches">): string[] {
  return [
    `    ${path}, ${criteria.checked} of ${criteria.total} criteria checked`,
    ...(touches.length === 0 ? [] : [`    touches ${touches.join(", ")}`]),
  ];
}
