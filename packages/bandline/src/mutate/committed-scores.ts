/** `coverage/mutation.json`: the scores that are committed, on main and by the nightly run. */
import { join } from "node:path";
import { BandlineError, EXIT, type MutateDocument, type MutationScores } from "@repo/coverage-core";
import { compareScores, parseMutationScores, sameScores, scoresDocument, statusOfRun, mutateActionsOf } from "@repo/coverage-core/mutation";
import { readIfThere, writeAtomically, type Repository } from "@repo/coverage-io";

const SCORES = "coverage/mutation.json";

/** `--drift`: what the run lost since the scores of HEAD, which no run of this tree can have written. @throws BandlineError SCORES_MISSING, SCORES_MALFORMED or FINGERPRINT_DIFFERS. */
export async function compareWithCommitted(document: MutateDocument, points: number, repository: Repository): Promise<MutateDocument> {
  const committed = await committedScores(repository);
  if (committed === undefined) {
    throw new BandlineError({
      code: "SCORES_MISSING",
      message: `HEAD has no ${SCORES} to compare with`,
      hint: `run pnpm mutate without --drift, and commit ${SCORES} on the main branch`,
      exitCode: EXIT.data,
    });
  }
  if (document.fingerprint === null) return document;
  const { packages, drifts, refusal } = compareScores(
    committed,
    { packages: document.packages, fingerprint: document.fingerprint },
    { points },
  );
  if (refusal !== null) throw new BandlineError(refusal);
  const compared = { ...document, packages, drifts };
  if (drifts.length === 0) return compared;
  return { ...compared, status: statusOfRun(packages, drifts), exitCode: EXIT.gateFailed, nextActions: mutateActionsOf(compared) };
}

async function committedScores({ git }: Repository): Promise<MutationScores | undefined> {
  const text = await git.ask("show", `HEAD:${SCORES}`);
  return text === undefined ? undefined : parseMutationScores(text, `HEAD:${SCORES}`);
}

/** Left alone where only its clock would change, and where a mutant is still open: later runs would be compared with a score that nobody knows. @throws IoError FILE_UNWRITABLE. */
export async function writeScores(document: MutateDocument, repository: Repository): Promise<void> {
  if (document.fingerprint === null || document.packages.some(({ interval }) => interval !== null)) return;
  const scores = scoresDocument(document, { generatedAt: new Date().toISOString(), commit: (await repository.head()).sha.slice(0, 7) });
  const path = join(repository.root, SCORES);
  const before = await readIfThere(path);
  if (before !== undefined && (await isSame(before.toString("utf8"), scores))) return;
  await writeAtomically(path, `${JSON.stringify(scores, null, 2)}\n`);
}

/** What cannot be read is replaced. */
async function isSame(before: string, scores: MutationScores): Promise<boolean> {
  try {
    return sameScores(await parseMutationScores(before, SCORES), scores);
  } catch {
    return false;
  }
}
