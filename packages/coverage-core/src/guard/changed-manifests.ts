/** Manifests that promise less than before, compared by value. */
import {
  BASELINE_LAYER,
  DEFAULT_COVERAGE_BANDS,
  DEFAULT_MUTATION_SCORE,
  METRICS,
  bandOfLayer,
  testTimeOf,
  type CoverageBand,
} from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest, RepoManifest } from "@repo/core-shared/conformance/feature";
import type { SettingLoss } from "./place-loss.js";
import type { FeaturePair, GuardInput, ManifestPair } from "./model.js";

type Loss = Omit<SettingLoss, "file">;

export function changedManifests({ features, repo }: GuardInput): SettingLoss[] {
  const ofFeatures = features.flatMap((pair) => pairLosses(pair).map((loss) => ({ ...loss, file: pair.lostBy ?? pair.file })));
  return repo === null ? ofFeatures : [...ofFeatures, ...repoLosses(repo).map((loss) => ({ ...loss, file: repo.file }))];
}

function pairLosses({ file, base, head, lostBy }: FeaturePair): Loss[] {
  if (base === null) return [];
  if (head !== null) return [...featureLosses(base, head), ...movedRoot(file, base, head)];
  const losses = featureLosses(base, { name: base.name, coverage: { bands: DEFAULT_COVERAGE_BANDS, layers: base.coverage.layers } });
  if (lostBy === undefined) return losses.map((loss) => ({ ...loss, detail: `${loss.detail}, as the manifest is gone` }));
  const [first] = losses;
  const detail = (lost: Loss) => `${file} is read no more: ${lost.detail}${losses.length > 1 ? `, and ${losses.length - 1} more` : ""}`;
  // Its globs are elsewhere: the line that changed is the best place there is.
  return first === undefined ? [] : [{ kind: first.kind, detail: detail(first), word: "" }];
}

/** Files that a feature no longer speaks for are held to the defaults, or to another feature's bands. */
function movedRoot(file: string, base: FeatureManifest, head: FeatureManifest): Loss[] {
  const home = packageOf(file);
  const [before, now] = [base.root ?? home, head.root ?? home];
  if (now === "" || before === now || before.startsWith(`${now}/`)) return [];
  return [{ kind: "band-lowered", detail: `root from ${before === "" ? "." : before} to ${now}`, word: "root" }];
}

/** The folder of the package that a manifest lies in. */
function packageOf(file: string): string {
  return file.replace(/(?:(?:^|\/)src)?(?:^|\/)[^/]*$/, "");
}

function featureLosses(base: FeatureManifest, head: FeatureManifest): Loss[] {
  const layers = [...new Set([BASELINE_LAYER, ...Object.keys(base.coverage.bands), ...Object.keys(head.coverage.bands)])];
  const score = {
    before: base.coverage.mutationScore ?? DEFAULT_MUTATION_SCORE,
    now: head.coverage.mutationScore ?? DEFAULT_MUTATION_SCORE,
  };
  const targets = (base.coverage.mutationTargets ?? []).filter((layer) => head.coverage.mutationTargets?.includes(layer) !== true);
  return [
    ...layers.flatMap((layer) => lowered(layer, bandOfLayer(layer, base), bandOfLayer(layer, head))),
    ...(score.now < score.before
      ? [{ kind: "band-lowered" as const, detail: `mutationScore from ${score.before} to ${score.now}`, word: "mutationScore" }]
      : []),
    ...targets.map((layer) => ({ kind: "band-lowered" as const, detail: `mutationTargets without ${layer}`, word: "mutationTargets" })),
    ...added(base.coverage.exempt ?? [], head.coverage.exempt ?? []).map((glob) => ({
      kind: "exempt-widened" as const,
      detail: glob,
      word: glob,
    })),
    ...movedLayers(base, head),
  ];
}

/** A glob that left a layer leaves its files to a lower band, and one that joined another may do the same. */
function movedLayers(base: FeatureManifest, head: FeatureManifest): Loss[] {
  const before = Object.entries(base.coverage.layers ?? {});
  const now = head.coverage.layers ?? {};
  return before.flatMap(([layer, globs]) =>
    added(now[layer] ?? [], globs).map((glob) => ({
      kind: "band-lowered" as const,
      detail: `layer ${layer} without ${glob}`,
      word: layer,
    })),
  );
}

function repoLosses({ base, head }: ManifestPair<RepoManifest>): Loss[] {
  const before = base?.exempt ?? [];
  const rules = (head?.exempt ?? []).flatMap((rule) => {
    const old = before.find(({ id }) => id === rule.id);
    const globs = added(old?.globs ?? [], rule.globs).map((glob) => `${rule.id}: ${glob}`);
    const excepts = added(rule.except ?? [], old?.except ?? []).map((glob) => `${rule.id}: no longer excepts ${glob}`);
    return [...globs, ...excepts].map((detail) => ({ kind: "exempt-widened" as const, detail, word: rule.id }));
  });
  const losses = [...rules, ...moreTestTime(base, head)];
  if (base?.band === undefined) return losses;
  const nothing = { statements: 0, branches: 0, functions: 0, lines: 0 };
  return [...losses, ...lowered("the repository", base.band, head?.band ?? nothing)];
}

/** Time that tests may take is a promise too, and where none is stated the default holds. */
function moreTestTime(base: RepoManifest | null, head: RepoManifest | null): Loss[] {
  const [before, now] = [testTimeOf(base), testTimeOf(head)];
  return (["warnMinutes", "failMinutes"] as const)
    .filter((bound) => now[bound] > before[bound])
    .map((bound) => ({ kind: "band-lowered", detail: `testTime.${bound} from ${before[bound]} to ${now[bound]}`, word: bound }));
}

function lowered(layer: string, before: CoverageBand, now: CoverageBand): Loss[] {
  return METRICS.filter((metric) => now[metric] < before[metric]).map((metric) => ({
    kind: "band-lowered",
    detail: `${layer}.${metric} from ${before[metric]} to ${now[metric]}`,
    word: layer,
  }));
}

function added(before: readonly string[], now: readonly string[]): string[] {
  return now.filter((item) => !before.includes(item));
}
