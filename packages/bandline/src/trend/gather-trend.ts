/** Everything that `coverage:trend` answers. */
import { assertKnown } from "../command/known-names.js";
import { resolve } from "node:path";
import { BandlineError, EXIT, type TrendDocument } from "@repo/coverage-core";
import { emptyTrend, judgeTrend, knownNames, narrowed, type TrendSelection } from "@repo/coverage-core/trend";
import { findCommit, openRepository, type FoundCommit, type Repository } from "@repo/coverage-io";
import { loadPolicy } from "../gather/load-policy.js";
import { createNotices } from "../gather/notices.js";
import type { TrendIo } from "../trend.js";
import type { ExportedHistory } from "./export-history.js";
import { SUMMARY, gatherPoints } from "./gather-points.js";
import { domainsOf } from "./name-layers.js";
import { UNSHALLOW, noteRewritten, noteShallow } from "./note-missing.js";
import { type TrendFlags } from "./parse-flags.js";
import { pointsSince } from "./resolve-since.js";
import { tightenManifests } from "./tighten-manifests.js";

export interface GatheredTrend {
  readonly document: TrendDocument;
  /** For `--format coverage-trend=FILE`. */
  readonly history: ExportedHistory;
}

/** @throws BandlineError or IoError; manifests are written last, when everything else is known. */
export async function gatherTrend(flags: TrendFlags, io: Pick<TrendIo, "cwd" | "now">): Promise<GatheredTrend> {
  const repository = await openRepository(resolve(io.cwd, flags.cwd ?? "."));
  const { root, git } = repository;
  const notices = createNotices();
  const selection = { packages: flags.package ?? [], layers: flags.layer ?? [], metrics: flags.metric ?? [] };
  const policy = once(() => loadPolicy(root));
  const tip = await tipOf(repository, flags.ref);
  const domains = async () => domainsOf((await policy()).packages, []);
  const gathered = await gatherPoints({ repository, tip, from: io.cwd, history: flags.history, ref: flags.ref, domains, notices });
  assertReadable(flags, gathered.newestFault);
  assertSelection(selection, knownNames(gathered.points));
  const points =
    flags.since === undefined ? gathered.points : await pointsSince(gathered.points, flags.since, { git, tip: tip?.sha, now: io.now() });
  if (flags.history === undefined) noteShallow(tip, gathered.points, notices);
  await noteRewritten(root, tip, points, notices);
  const { notices: told, ...judgement } = judgeTrend({ points, selection, failOnDrop: flags.failOnDrop ?? null });
  for (const notice of told) notices.add(notice);
  const point = points.at(-1);
  const ratchet =
    flags.ratchet !== true
      ? null
      : point === undefined
        ? []
        : await tightenManifests({ repository, policy: await policy(), point, selection, notices });
  const shown = flags.limit === undefined ? points : points.slice(-flags.limit);
  const document: TrendDocument = {
    ...emptyTrend(),
    ...judgement,
    selected: { packages: [...selection.packages], layers: [...selection.layers], metrics: [...selection.metrics] },
    points: shown.map((each) => narrowed(each, selection)),
    ratchet,
    truncated: shown.length === points.length ? null : { shown: shown.length, total: points.length },
    nextActions: [
      ...judgement.nextActions,
      ...(tip?.isShallow === true && flags.history === undefined ? [UNSHALLOW] : []),
      ...(ratchet === null || ratchet.length === 0 ? [] : ["pnpm test --coverage, and commit the manifests: git diff"]),
    ],
    warnings: notices.list(),
  };
  return { document, history: { points, policy } };
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= act());
}

/** @returns undefined in a repository without a commit. @throws BandlineError REF_NOT_FOUND. */
async function tipOf({ git }: Repository, ref: string | undefined): Promise<FoundCommit | undefined> {
  const tip = await findCommit(git, ref ?? "HEAD");
  if (tip !== undefined || ref === undefined) return tip;
  const branch = /^origin\/(.+)$/.exec(ref)?.[1];
  throw new BandlineError({
    code: "REF_NOT_FOUND",
    message: `no commit is called ${ref}`,
    hint:
      branch === undefined
        ? "name a commit that exists: pnpm coverage:trend --ref REF"
        : `git fetch origin ${branch}:refs/remotes/origin/${branch}`,
    exitCode: EXIT.environment,
  });
}

/** In a history a gap is a gap; but what is to be judged, or to be held from now on, has to be known. */
function assertReadable({ failOnDrop, ratchet }: TrendFlags, fault: string | null): void {
  if (fault === null || (failOnDrop === undefined && ratchet !== true)) return;
  throw new BandlineError({
    code: "SUMMARY_MALFORMED",
    message: `the newest ${SUMMARY} cannot be read: ${fault}`,
    hint: "pnpm coverage:aggregate",
    exitCode: EXIT.data,
  });
}

function assertSelection({ packages, layers }: TrendSelection, known: ReturnType<typeof knownNames>): void {
  assertKnown("coverage:trend", "--package", packages, known.packages);
  assertKnown("coverage:trend", "--layer", layers, known.layers);
}
