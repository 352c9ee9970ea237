import { analyseSource } from "../source/analyse-source.js";
import { isReadableSource } from "../source/parse-source.js";

/** Whether a source has code that could run, as far as its text tells: types alone cannot, and where it cannot be parsed, whatever it holds can. */
export function canRun(file: string, text: string): boolean {
  const facts = isReadableSource(file) ? analyseSource(file, text) : undefined;
  return facts === undefined ? text.trim() !== "" : facts.statementAt.size > 0;
}
