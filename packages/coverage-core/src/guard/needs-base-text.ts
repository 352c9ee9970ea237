import type { ChangedFile } from "../diff/model.js";
import { isReadableSource } from "../source/parse-source.js";
import { toolsOf } from "./coverage-settings.js";
import { mayHoldHints } from "./ignore-hints.js";
import { isTestFile } from "./tests-of.js";

/**
 * Whether the guard compares a changed file with its text at the base. Most changed files are sources without hints: nothing is read for them,
 * and where all are, git is not asked.
 * @param text as it is now; undefined where it cannot be read.
 */
export function needsBaseText({ file, oldFile, kind }: Pick<ChangedFile, "file" | "oldFile" | "kind">, text: string | undefined): boolean {
  if (oldFile === null) return false;
  const isPlainSource = [file, oldFile].every(
    (name) => isReadableSource(name) && !isTestFile(name) && toolsOf(name).length === 0 && !/\.manifest\.ts$/.test(name),
  );
  return kind !== "text" || !isPlainSource || text === undefined || mayHoldHints(text);
}
