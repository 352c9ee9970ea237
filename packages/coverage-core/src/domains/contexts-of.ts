/** Who covered what, where a report of coverage says it. */
import { isRecord } from "../json-value.js";
import type { TestPlace } from "./place-tests.js";

/**
 * @param json what coverage.py wrote with `show_contexts`: a context is a test's id as pytest writes it (`tests/test_a.py::test_x|run`), or a dotted name.
 * @returns each test file once, as the contexts name it; nothing for any other JSON, and where nothing but names of runs is told.
 */
export function contextsOf(json: unknown): TestPlace[] {
  const files = isRecord(json) && isRecord(json["files"]) ? Object.values(json["files"]) : [];
  const names = new Set<string>();
  for (const file of files) {
    const lines = isRecord(file) && isRecord(file["contexts"]) ? Object.values(file["contexts"]) : [];
    for (const context of lines.flat()) if (typeof context === "string") names.add(context.split("::", 1)[0] as string);
  }
  return [...names].map((name) => (/[/\\]|\.py$/.test(name) ? { path: name, dotted: [] } : { path: null, dotted: name.split(".") }));
}
