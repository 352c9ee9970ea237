/** What is known of mutants: a document that is named, else the committed scores and what earlier runs on this machine kept. */
import { join, resolve } from "node:path";
import type { MutantStatus, MutateDocument, MutationScores } from "@repo/coverage-core";
import { parseMutateDocument, parseMutationScores } from "@repo/coverage-core/mutation";
import type { PageMutants, PageSurvivor, Section } from "@repo/coverage-core/page";
import { blobIdOf, readIfThere, readReport } from "@repo/coverage-io";
import { readLast, type KnownResults } from "../mutate/result-cache.js";
import type { PageRequest } from "./gather-page.js";

const SCORES = "coverage/mutation.json";

/** @throws BandlineError DOCUMENT_MALFORMED or SCORES_MALFORMED, IoError REPORT_MISSING for a named file that is not there. */
export async function gatherMutants(root: string, { io, mutate }: PageRequest): Promise<Section<PageMutants>> {
  if (mutate !== undefined) {
    const document = await parseMutateDocument((await readReport(resolve(io.cwd, mutate))).toString("utf8"), mutate);
    return { data: await ofDocument(document, mutate, root), missing: null };
  }
  const bytes = await readIfThere(join(root, SCORES));
  if (bytes === undefined) return { data: null, missing: { why: `No mutant has been run: there is no ${SCORES}.`, next: "pnpm mutate" } };
  return { data: await ofScores(await parseMutationScores(bytes.toString("utf8"), SCORES), root), missing: null };
}

async function ofDocument({ packages, survivors }: MutateDocument, name: string, root: string): Promise<PageMutants> {
  const blobs = new Map(packages.flatMap(({ files }) => files.map(({ file, blob }) => [file, blob])));
  const shown: PageSurvivor[] = [];
  for (const { key, package: home, file, range, mutator, original, replacement, status, hint } of survivors) {
    const mutant = { line: range.start.line, mutator, original, replacement, status, hint };
    shown.push({ key, package: home, file, isOld: await isOld(root, file, blobs.get(file)), mutant });
  }
  return { from: `the run in ${name}`, packages, survivors: shown };
}

async function ofScores({ packages, commit }: MutationScores, root: string): Promise<PageMutants> {
  const entries = Object.entries(packages);
  const survivors: PageSurvivor[] = [];
  for (const [name, { files }] of entries) {
    const known = await readLast(root, name);
    const byKey = new Map(known?.mutants.map((mutant) => [mutant.key, mutant]));
    for (const [file, { blob, survivors: keys }] of Object.entries(files)) {
      const old = keys.length > 0 && (await isOld(root, file, blob));
      for (const key of keys)
        survivors.push({ key, package: name, file, isOld: old, mutant: mutantOf(byKey.get(key), known?.outcomes.get(key)?.status) });
    }
  }
  return {
    from: `the committed scores of ${commit}`,
    packages: entries.map(([name, { score, threshold, counts }]) => ({ name, score, threshold, counts })),
    survivors,
  };
}

function mutantOf(planned: KnownResults["mutants"][number] | undefined, status: MutantStatus = "survived"): PageSurvivor["mutant"] {
  if (planned === undefined) return null;
  const { range, mutator, original, replacement } = planned;
  return { line: range.start.line, mutator, original, replacement, status, hint: null };
}

/** A file that is gone has changed. */
async function isOld(root: string, file: string, blob: string | undefined): Promise<boolean> {
  const bytes = await readIfThere(join(root, file));
  return blob !== undefined && (bytes === undefined || blobIdOf(bytes) !== blob);
}
