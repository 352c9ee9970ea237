/** What is known of mutants without running one: what runs on this machine kept, and of the rest the recorded scores. */
import { join } from "node:path";
import { BandlineError, EXIT, type McpAnswer, type McpSurvivor, type MutationScores } from "@repo/coverage-core";
import { isUnkilled, mutatedText, parseMutationScores, survivorOf, type MutantResult } from "@repo/coverage-core/mutation";
import { blobIdOf, openRepository, readIfThere } from "@repo/coverage-io";
import { assertKnown } from "../command/known-names.js";
import { loadPolicy } from "../gather/load-policy.js";
import { readLast, type KnownResults } from "../mutate/result-cache.js";
import { confineFile } from "./confine-file.js";
import type { McpContext } from "./context.js";

const SCORES = "coverage/mutation.json";

interface AskedSurvivors {
  readonly package?: string | undefined;
  readonly file?: string | undefined;
  readonly limit: number;
}

/** @throws BandlineError SCORES_MISSING where nothing is known, SCORES_MALFORMED, PATH_OUTSIDE, USAGE for a package that nobody has. */
export async function survivorsOf(asked: AskedSurvivors, { cwd }: McpContext): Promise<Partial<McpAnswer>> {
  const { root } = await openRepository(cwd);
  const file = asked.file === undefined ? undefined : await confineFile(root, asked.file);
  const scores = await recordedScores(root);
  const names = new Set([...(await loadPolicy(root)).packages.map(({ name }) => name), ...Object.keys(scores?.packages ?? {})]);
  if (asked.package !== undefined) assertKnown("mcp", "package", [asked.package], [...names]);
  const chosen = [...names].filter((name) => asked.package === undefined || name === asked.package).sort();
  const found = await Promise.all(chosen.map((name) => ofPackage(root, name, scores)));
  if (scores === undefined && found.every((each) => each === undefined)) throw nothingKnown();
  const survivors = found.flatMap((each) => each ?? []).filter((each) => file === undefined || each.file === file);
  const more = survivors.length - asked.limit;
  return {
    mutants: { commit: scores?.commit ?? null, packages: rowsOf(scores, chosen), survivors: survivors.slice(0, asked.limit) },
    nextActions: survivors
      .slice(0, 1)
      .map(({ rerun, file: of, hint }) => `test ${of} so that this mutant is noticed: ${rerun}${hint === null ? "" : ` (${hint})`}`),
    leftOut: more > 0 ? { "mutants.survivors": more } : {},
  };
}

async function recordedScores(root: string): Promise<MutationScores | undefined> {
  const bytes = await readIfThere(join(root, SCORES));
  return bytes === undefined ? undefined : parseMutationScores(bytes.toString("utf8"), SCORES);
}

function nothingKnown(): BandlineError {
  const message = `no mutant has been run: there is no ${SCORES}, and no run on this machine has kept results`;
  return new BandlineError({ code: "SCORES_MISSING", message, hint: "pnpm mutate --since main", exitCode: EXIT.data });
}

function rowsOf(scores: MutationScores | undefined, names: readonly string[]) {
  const rows = Object.entries(scores?.packages ?? {}).filter(([name]) => names.includes(name));
  return rows.map(([name, { score, threshold }]) => ({ name, score, threshold }));
}

/** @returns undefined where no run has kept anything of the package, and no scores have it. */
async function ofPackage(root: string, name: string, scores: MutationScores | undefined): Promise<McpSurvivor[] | undefined> {
  const known = await readLast(root, name);
  const recorded = scores?.packages[name];
  if (known === undefined && recorded === undefined) return undefined;
  const kept = known === undefined ? [] : await ofRuns(root, name, known);
  const others: McpSurvivor[] = [];
  for (const [file, { blob, survivors }] of Object.entries(recorded?.files ?? {})) {
    // Of a mutant that ran here, the run says more, also that it has been killed since.
    const unknown = survivors.filter((key) => known?.outcomes.has(key) !== true);
    if (unknown.length === 0) continue;
    const text = await textOf(root, file);
    const isOld = text === undefined || blobIdOf(Buffer.from(text)) !== blob;
    others.push(...unknown.map((key) => ({ ...UNTOLD, key, package: name, file, isOld, rerun: `pnpm mutate --key ${key}` })));
  }
  return [...kept, ...others];
}

const UNTOLD = {
  ...{ line: null, symbol: null, mutator: null, original: null, replacement: null, suggestedTestFile: null, hint: null },
  status: "survived",
} as const;

async function ofRuns(root: string, name: string, { mutants, outcomes }: KnownResults): Promise<McpSurvivor[]> {
  const told: McpSurvivor[] = [];
  for (const mutant of mutants) {
    const outcome = outcomes.get(mutant.key);
    const result: MutantResult | undefined = outcome === undefined ? undefined : { ...mutant, ...outcome };
    if (result === undefined || !isUnkilled(result)) continue;
    const text = await textOf(root, result.file);
    const isOld = text === undefined || mutatedText(text, { ...result, replacement: result.original }) !== text;
    const full = survivorOf({ package: name, result, text: text ?? "", nearestTest: null, changedInDiff: null, verified: null });
    const { key, file, symbol, mutator, original, replacement, status, suggestedTestFile, hint, rerun } = full;
    const line = full.range.start.line;
    told.push({ key, package: name, file, line, symbol, mutator, original, replacement, status, isOld, suggestedTestFile, hint, rerun });
  }
  return told;
}

/** @returns undefined for what is not there, or not in the repository. */
async function textOf(root: string, file: string): Promise<string | undefined> {
  const inside = await confineFile(root, file).catch(() => undefined);
  return inside === undefined ? undefined : (await readIfThere(join(root, inside)))?.toString("utf8");
}
