/** What the rules about globs, use cases, arrows and workflows read. */
import { join } from "node:path";
import type { RepoPath } from "@repo/coverage-core";
import { jsonOf } from "@repo/coverage-core";
import { unmatchedGlobs, untestedUseCases, type WorkflowFile, type WorkflowsInput } from "@repo/coverage-core/conformance";
import type { RuleFinding } from "@repo/coverage-core";
import { findFiles, readIfThere } from "@repo/coverage-io";
import type { Place } from "./open-place.js";

/** A file that git ignores may match a glob as well: what is generated need not be committed. */
export async function gatherUnmatched(place: Place): Promise<RuleFinding[]> {
  const unmatched = unmatchedGlobs(place);
  const onDisk = await Promise.all(unmatched.map(({ rooted }) => findFiles(rooted, place.root)));
  return unmatched.filter((_, at) => onDisk[at]?.length === 0).map(({ finding }) => finding);
}

export function gatherUntested(place: Place): Promise<WorkflowFile[]> {
  return readTexts(place, untestedUseCases(place.files, place.policyOf));
}

export async function readTexts(
  { root }: Place,
  files: readonly RepoPath[],
): Promise<{ readonly file: RepoPath; readonly text: string }[]> {
  return Promise.all(files.map(async (file) => ({ file, text: (await readIfThere(join(root, file)))?.toString("utf8") ?? "" })));
}

const WORKFLOW = /^\.github\/(?:workflows\/[^/]+|(?:.+\/)?action)\.ya?ml$/;

/** @returns undefined where the repository has none. */
export async function gatherWorkflows(place: Place): Promise<WorkflowsInput | undefined> {
  const workflows = await readTexts(
    place,
    place.files.filter((file) => WORKFLOW.test(file) || /^action\.ya?ml$/.test(file)),
  );
  if (workflows.length === 0) return undefined;
  const described = jsonOf((await readIfThere(join(place.root, "package.json")))?.toString("utf8") ?? "");
  const { packageManager } = Object(described) as { readonly packageManager?: unknown };
  return { workflows, packageManager: typeof packageManager === "string" ? packageManager : null };
}
