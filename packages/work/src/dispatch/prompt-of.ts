/** What an agent reads on its standard input. */
import { join } from "node:path";
import { readIfThere } from "bandline/command";
import type { Prompt } from "./model.js";

/** In the worktree, so that a change of the prompt is judged like any other. */
export const TEMPLATE = ".sandcastle/implementer.prompt.md";

export async function promptOf(prompt: Prompt): Promise<string> {
  const template = await readIfThere(join(prompt.desk.folder, TEMPLATE));
  return renderPrompt(template?.toString("utf8") ?? SHORT, prompt);
}

/** What a template may ask for, as `{{STORY_ID}}`. */
export const PLACEHOLDERS = ["STORY_ID", "STORY_PATH", "STORY", "ATTEMPT", "BASE", "FEEDBACK"] as const;

/** @returns the template with what it asks for; what nobody knows stays as it is. */
export function renderPrompt(template: string, { story, desk, number, feedback }: Prompt): string {
  const values: Readonly<Record<string, string>> & Record<(typeof PLACEHOLDERS)[number], string> = {
    STORY_ID: story.fields.id,
    STORY_PATH: story.path,
    STORY: story.text,
    ATTEMPT: String(number),
    BASE: desk.base,
    FEEDBACK: feedback.length === 0 ? "This is the first attempt." : feedback.map((action) => `- ${action}`).join("\n"),
  };
  return template.replaceAll(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

const SHORT = `Do the work of the story in {{STORY_PATH}}. This is attempt {{ATTEMPT}}.

It is done when every criterion is checked, ### Changelog stands out of its comment, and the gate is green:
every changed line that can run does run under a test. Do not set its state: the gate does.

What the gate said of the last attempt:

{{FEEDBACK}}

The story:

{{STORY}}
`;
