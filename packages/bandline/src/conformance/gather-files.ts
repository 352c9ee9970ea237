/** What the rules about globs, use cases, arrows and workflows read. */
import { join } from "node:path";
import type { RepoPath } from "@repo/coverage-core";
import { jsonOf } from "@repo/coverage-core";
import {
  checkFailed,
  parseCruise,
  unmatchedGlobs,
  untestedUseCases,
  type Cruise,
  type WorkflowFile,
  type WorkflowsInput,
} from "@repo/coverage-core/conformance";
import type { RuleFinding } from "@repo/coverage-core";
import { findFiles, readIfThere } from "@repo/coverage-io";
import { findArrows, runCruise } from "@repo/coverage-io/conformance";
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

async function readTexts({ root }: Place, files: readonly RepoPath[]): Promise<{ readonly file: RepoPath; readonly text: string }[]> {
  return Promise.all(files.map(async (file) => ({ file, text: (await readIfThere(join(root, file)))?.toString("utf8") ?? "" })));
}

/** @returns undefined where the repository states no arrows. @throws BandlineError CHECK_FAILED where dependency-cruiser is not there or breaks off. */
export async function gatherArrows(
  place: Place,
): Promise<{ readonly cruise: Cruise; readonly texts: ReadonlyMap<string, string> } | undefined> {
  const { root, files, env } = place;
  const config = await findArrows(root);
  if (config === undefined) return undefined;
  const answer = await runCruise({ root, config, files, env });
  if (answer === undefined)
    throw checkFailed("dependency-cruiser", `${config} is there, and it is not installed`, "pnpm add -D dependency-cruiser");
  const cruise = parseCruise(answer.stdout);
  if (cruise === undefined) {
    const why = answer.stderr.trim() || `it ended with ${String(answer.exitCode)}`;
    throw checkFailed("dependency-cruiser", why, `pnpm exec depcruise --config ${config} ${files[0] ?? "."}`);
  }
  const guilty = [...new Set(cruise.violations.map(({ from }) => from as RepoPath))];
  return { cruise, texts: new Map((await readTexts(place, guilty)).map(({ file, text }) => [file, text])) };
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
