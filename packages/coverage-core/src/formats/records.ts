/** A JSON object, or what a parser made of one. */
export function isRecord(value: unknown): value is Readonly<Record<string | symbol, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
