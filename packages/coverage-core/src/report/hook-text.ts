/** What an agent's hook is told: how the process is to end, and the text that the agent then reads. */
import type { CoverageDiffDocument } from "../contract/coverage-diff.js";
import { EXIT } from "../contract/exit-code.js";
import { painterFor } from "./painter.js";
import { headlineOf } from "./human-diff.js";

export interface HookAnswer {
  readonly exitCode: number;
  /** For stderr; empty where there is nothing to do. */
  readonly text: string;
}

/** Claude Code hands stderr to the model on this code only. On any other but 0 it shows it to the person, and goes on. */
const TO_THE_MODEL = 2;
const TO_THE_PERSON = 1;

/** More than these an agent does not mend in one turn. */
const MOST_ACTIONS = 8;
const LONGEST_ACTION = 600;

/**
 * A failed gate and every fault that the agent can mend goes to the model: a report that cannot be trusted, a manifest that cannot be read.
 * The command line of the hook, the environment and our own bugs are for a person: the agent would be kept from stopping by what it cannot change.
 */
export function hookAnswer(document: CoverageDiffDocument): HookAnswer {
  const { exitCode, errors } = document;
  if (exitCode === EXIT.pass) return { exitCode: EXIT.pass, text: "" };
  const isAgents =
    exitCode === EXIT.gateFailed || exitCode === EXIT.data || (exitCode === EXIT.usage && errors.every(({ code }) => code !== "USAGE"));
  return { exitCode: isAgents ? TO_THE_MODEL : TO_THE_PERSON, text: textOf(document, isAgents) };
}

function textOf(document: CoverageDiffDocument, isAgents: boolean): string {
  const { errors, nextActions } = document;
  const todo =
    errors.length > 0 ? errors.map(({ code, message, hint }) => `${code}: ${short(message)}; then: ${short(hint)}`) : nextActions;
  const shown = todo.slice(0, MOST_ACTIONS).map((action) => `- ${short(action)}`);
  const more = todo.length - shown.length;
  return [
    headlineOf(document, painterFor(false)),
    ...shown,
    ...(more > 0 ? ["- and more, as pnpm coverage:diff lists them"] : []),
    ...(isAgents ? ["Run pnpm coverage:diff until it passes."] : []),
    "",
  ].join("\n");
}

/** On one line. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > LONGEST_ACTION ? `${line.slice(0, LONGEST_ACTION)}…` : line;
}
