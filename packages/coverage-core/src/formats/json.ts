import type { z } from "zod";
import { positionAt, type Place } from "./position.js";
import { reportError, shown } from "./model.js";

/** @throws BandlineError REPORT_TRUNCATED or REPORT_MALFORMED, with line and column where the parser gives them. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const isCut = /^(Unexpected end of|Unterminated string)/.test(message);
    const offset = isCut ? text.length : Number(/at position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    const place = Number.isNaN(offset) ? name : placeText(name, positionAt(text, offset));
    throw isCut || offset >= text.length
      ? reportError("REPORT_TRUNCATED", `${place}: the JSON stops before its end`)
      : reportError("REPORT_MALFORMED", `${place}: expected JSON: ${message}`);
  }
}

export function placeText(name: string, { line, column }: Place): string {
  return `${name}:${line}:${column}`;
}

/** @returns the value, known to have the schema's shape. @throws BandlineError REPORT_MALFORMED, which names the place by its keys. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown, name: string, at: readonly string[], expected: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [said] = parsed.error.issues.map(({ path, message }) => {
    const keys = [...at, ...path].map((key) => (typeof key === "number" ? `[${key}]` : `[${shown(String(key))}]`)).join("");
    return `${keys}: ${message}`;
  });
  throw reportError("REPORT_MALFORMED", `${name}: expected ${expected}, at ${String(said)}`);
}
