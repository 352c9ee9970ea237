/** `--ratchet`: bounds of manifests, raised to what the last point reached. */
import { join } from "node:path";
import { globsOfLayer, layersOf, matcherOf } from "@repo/core-shared/conformance/coverage";
import { SOURCE_ENDINGS, type BandRaise, type PackageFacts, type RepoPath, type TrendPoint } from "@repo/coverage-core";
import {
  applyRaises,
  raisesOfFeature,
  raisesOfRepo,
  type LayerReach,
  type RatchetFeature,
  type TrendSelection,
} from "@repo/coverage-core/trend";
import { readIfThere, writeAllAtomically, type Repository } from "@repo/coverage-io";
import type { LoadedPolicy } from "../gather/load-policy.js";
import type { Notices } from "../gather/notices.js";

export interface RatchetRequest {
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
  /** What was reached. */
  readonly point: TrendPoint;
  readonly selection: TrendSelection;
  readonly notices: Notices;
}

const REPO_MANIFEST = "repo.manifest.ts";

/** @returns what was written, every file of it or none. @throws IoError FILE_UNWRITABLE. */
export async function tightenManifests(request: RatchetRequest): Promise<BandRaise[]> {
  const { repository, notices } = request;
  const raises = await wantedRaises(request);
  const edits = [];
  for (const file of new Set(raises.map((each) => each.file))) {
    const path = join(repository.root, file);
    const before = String(await readIfThere(path));
    const { text, raised, skipped } = applyRaises(
      file,
      before,
      raises.filter((each) => each.file === file),
    );
    for (const { band, metric, from, to } of skipped) {
      const message = `${file}: ${band ?? "band"}.${metric} stays at ${from}, though ${to} is reached: there is no plain number at its place`;
      notices.add({ code: "RATCHET_SKIPPED", message });
    }
    if (raised.length > 0) edits.push({ path, before, text, raised });
  }
  if (edits.length > 0) await noteStale(request);
  await writeAllAtomically(edits);
  return edits.flatMap(({ raised }) => raised);
}

async function wantedRaises({ repository, policy, point, selection, notices }: RatchetRequest): Promise<BandRaise[]> {
  const { packages, layers } = selection;
  const isWhole = packages.length === 0 && layers.length === 0;
  const { repo } = policy;
  const ofRepo = !isWhole || repo?.band === undefined ? [] : raisesOfRepo(REPO_MANIFEST, repo.band, point.repo);
  const sources = await sourcesByPackage(repository, policy);
  const ofFeatures = policy.packages
    .filter(({ name }) => packages.length === 0 || packages.includes(name))
    .flatMap((each) => featureOf(each, sources.get(each) ?? []))
    .map((feature) => raisesOfFeature(feature, point, layers));
  for (const message of ofFeatures.flatMap(({ kept }) => kept)) notices.add({ code: "RATCHET_SKIPPED", message });
  return [...ofRepo, ...ofFeatures.flatMap(({ raises }) => raises)];
}

interface LayeredFile {
  /** Relative to the feature's root, as globs are. */
  readonly path: string;
  readonly layer: string;
}

/** Files that a report may speak of, by the package that they belong to. */
async function sourcesByPackage({ files }: Repository, { policyOf }: LoadedPolicy): Promise<Map<PackageFacts, LayeredFile[]>> {
  const found = new Map<PackageFacts, LayeredFile[]>();
  for (const file of (await files()).filter((each) => SOURCE_ENDINGS.test(each))) {
    const { package: home, layer, exempt } = policyOf(file);
    if (home === null || exempt !== null) continue;
    const own = found.get(home) ?? [];
    found.set(home, own);
    own.push({ path: inFeature(file, home), layer });
  }
  return found;
}

function inFeature(file: RepoPath, { folder, manifest }: PackageFacts): string {
  const root = manifest?.root ?? folder;
  return root === "" ? file : file.slice(root.length + 1);
}

function featureOf({ name, manifest, manifestFile }: PackageFacts, files: readonly LayeredFile[]): RatchetFeature[] {
  if (manifest === null || manifestFile === null) return [];
  const reachOf = (layer: string): LayerReach => {
    const globs = globsOfLayer(layer, layersOf(manifest)).map((glob) => matcherOf([glob]));
    const touched = files.filter(({ path }) => globs.some((matches) => matches(path)));
    const isExact = (matches: (path: string) => boolean) => files.every((file) => matches(file.path) === (file.layer === layer));
    return { isWhole: globs.every(isExact), layers: [...new Set(touched.map((file) => file.layer))] };
  };
  return [{ file: manifestFile, package: name, manifest, reachOf, layers: [...new Set(files.map(({ layer }) => layer))] }];
}

/** The bounds are what was reached then; what changed since may not reach them. */
async function noteStale({ repository: { git }, point, policy, notices }: RatchetRequest): Promise<void> {
  if (point.source === "disk" || !/^[0-9a-f]{4,64}$/.test(point.measured)) return;
  const list = await git.ask("--no-optional-locks", "diff", "--name-only", "-z", "--no-renames", point.measured, "--");
  const changed = (list ?? "").split("\0").filter((file) => SOURCE_ENDINGS.test(file) && policy.policyOf(file as RepoPath).exempt === null);
  if (changed.length === 0) return;
  const message = `the bounds are what ${point.measured.slice(0, 7)} reached, and ${changed.length} source files have changed since: pnpm test --coverage && pnpm coverage:aggregate, then --ratchet again`;
  notices.add({ code: "RATCHET_STALE", message });
}
