/** An answer that any client takes: long texts are cut, and lists end where the answer would become too long. */
import type { McpAnswer } from "@repo/coverage-core";

/** Claude Code warns above 10,000 tokens; JSON of code has some three characters a token. */
export const MOST_CHARACTERS = 24_000;
const MOST_OF_A_TEXT = 600;
const MOST_ITEMS = 1_000;

/** @returns the answer as JSON on one line; `leftOut` counts what is not in it. */
export function boundedText(answer: McpAnswer): string {
  const whole = JSON.stringify(shortened(answer, MOST_ITEMS));
  if (whole.length <= MOST_CHARACTERS) return whole;
  let [fits, tooMany] = [0, MOST_ITEMS];
  while (tooMany - fits > 1) {
    const items = Math.floor((fits + tooMany) / 2);
    if (JSON.stringify(shortened(answer, items)).length <= MOST_CHARACTERS) fits = items;
    else tooMany = items;
  }
  return JSON.stringify(shortened(answer, fits));
}

/** @param items of each list, at most. */
function shortened(answer: McpAnswer, items: number): McpAnswer {
  const leftOut: Record<string, number> = { ...answer.leftOut };
  const shorten = (value: unknown, name: string): unknown => {
    if (typeof value === "string") return cut(value);
    if (value === null || typeof value !== "object") return value;
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shorten(each, name === "" ? key : `${name}.${key}`)]));
    }
    if (value.length > items) leftOut[name] = (leftOut[name] ?? 0) + value.length - items;
    return value.slice(0, items).map((each) => shorten(each, name));
  };
  return { ...(shorten({ ...answer, leftOut: {} }, "") as McpAnswer), leftOut };
}

function cut(text: string): string {
  const rest = text.length - MOST_OF_A_TEXT;
  return rest <= 0 ? text : `${text.slice(0, MOST_OF_A_TEXT)}… (${rest} more characters)`;
}
