/** What the rules about globs, use cases, arrows and workflows read. */
import { jsonOf, type RuleFinding } from "@repo/coverage-core";
import { unmatchedGlobs, untestedUseCases, type WorkflowsInput } from "@repo/coverage-core/conformance";
import { findFiles } from "@repo/coverage-io";
import type { Place } from "./open-place.js";
import { readText, readTexts, type TextFile } from "./read-texts.js";

/** A file that git ignores may match a glob as well: what is generated need not be committed. */
export async function gatherUnmatched(place: Place): Promise<RuleFinding[]> {
  const unmatched = unmatchedGlobs(place);
  const onDisk = await Promise.all(unmatched.map(({ rooted }) => findFiles(rooted, place.root)));
  return unmatched.filter((_, at) => onDisk[at]?.length === 0).map(({ finding }) => finding);
}

export function gatherUntested(place: Place): Promise<TextFile[]> {
  return readTexts(place, untestedUseCases(place.files, place.policyOf));
}

const WORKFLOW = /^\.github\/(?:workflows\/[^/]+|(?:.+\/)?action)\.ya?ml$/;

/** @returns undefined where the repository has none. */
export async function gatherWorkflows(place: Place): Promise<WorkflowsInput | undefined> {
  const workflows = await readTexts(
    place,
    place.files.filter((file) => WORKFLOW.test(file) || /^action\.ya?ml$/.test(file)),
  );
  if (workflows.length === 0) return undefined;
  const described = jsonOf(await readText(place, "package.json"));
  const { packageManager } = Object(described) as { readonly packageManager?: unknown };
  return { workflows, packageManager: typeof packageManager === "string" ? packageManager : null };
}
