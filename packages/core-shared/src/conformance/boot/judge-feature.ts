/** One feature: its reports → whether it holds its bands. */
import { resolve } from "node:path";
import { layersOf } from "../coverage/band-for.js";
import { exemptRuleOf, type ExemptRule } from "../coverage/exempt.js";
import { matcherOf } from "../coverage/globs.js";
import { BASELINE_LAYER, layerOf } from "../coverage/layers.js";
import { placeOf } from "../feature/manifest-place.js";
import type { FeatureManifest } from "../feature/schema.js";
import { checkFreshness, type Freshness } from "./check-freshness.js";
import { FaultFound, reportFault, type MissedBand } from "./conformance-error.js";
import { countLayers, missedBands, type LayerCounts } from "./count-layers.js";
import { findPackage, placeOfRoot, type PackagePlace } from "./find-package.js";
import { createOwnPath } from "./own-files.js";
import { readReports } from "./read-reports.js";

/** Where a feature's package and reports are. */
export interface FeatureFiles {
  /** The package's folder; left out, the nearest folder with a named package.json above the file that called `defineFeature`. To be named where a bundler moved that file. */
  readonly root?: string | undefined;
  /** The package's folder in its repository, as reports begin their paths, such as `packages/auth`; left out, it is found where the repository is to be seen. */
  readonly folder?: string | undefined;
  /** lcov reports, relative to `root`; left out, the manifest's `reports`, else `coverage/lcov.info`. */
  readonly lcov?: string | readonly string[] | undefined;
  /** The repository's own exempt rules, `exempt` of its manifest. */
  readonly exempt?: readonly ExemptRule[] | undefined;
}

/** What is known of a feature whose reports can be trusted. */
export interface JudgedFeature {
  readonly byLayer: ReadonlyMap<string, LayerCounts>;
  readonly missed: readonly MissedBand[];
  readonly freshness: Freshness;
  /** Absolute. */
  readonly reports: readonly string[];
  readonly rerun: string;
}

/** @throws FaultFound for a report that cannot be trusted, and for a package that cannot be found. */
export function judgeFeature(manifest: FeatureManifest, files: FeatureFiles): JudgedFeature {
  const place = placeFor(manifest, files);
  const { root, name, folder } = place;
  const rerun = `pnpm --filter ${name} exec vitest run --coverage`;
  const reports = [files.lcov ?? manifest.coverage.reports ?? "coverage/lcov.info"].flat().map((report) => resolve(root, report));
  const ownPath = createOwnPath(place);
  const reported = readReports(reports, ownPath, rerun);
  const isExempt = matcherOf(manifest.coverage.exempt ?? []);
  // Where the folder is not known the rules for folders of the root must not take the package's own for them.
  const inRepository = (file: string) => (folder === "" ? file : `${folder ?? "packages"}/${file}`);
  const isGated = remembered((file) => !isExempt(file) && exemptRuleOf(inRepository(file), files.exempt) === undefined);
  if (reported.files.size === 0) {
    const hint = `${rerun}; or name the package's folder in its repository by the option folder`;
    throw reportFault("PATHS_UNMATCHED", `${reports.join(", ")}: no path is of ${name}, such as ${String(reported.foreign)}`, hint);
  }
  const freshness = checkFreshness({ root, reports, files: new Set(reported.files.keys()), ownPath, isGated, rerun });
  const layers = layersOf(manifest);
  const byLayer = countLayers(reported, (file) => (isGated(file) ? layerOf(file, layers) : undefined));
  const idle = Object.keys(manifest.coverage.bands).find((layer) => layer !== BASELINE_LAYER && !byLayer.has(layer));
  if (idle !== undefined) throw idleBand(manifest, idle, reports);
  return { byLayer, missed: missedBands(manifest, byLayer), freshness, reports, rerun };
}

/** Each file is asked for several times, and of each some twenty globs. */
function remembered(ask: (file: string) => boolean): (file: string) => boolean {
  const answers = new Map<string, boolean>();
  return (file) => {
    const known = answers.get(file) ?? ask(file);
    answers.set(file, known);
    return known;
  };
}

function placeFor(manifest: FeatureManifest, { root, folder }: FeatureFiles): PackagePlace {
  const file = placeOf(manifest);
  const place = root !== undefined ? placeOfRoot(resolve(root)) : file === undefined ? undefined : findPackage(file, manifest.root);
  if (place !== undefined) return folder === undefined ? place : { ...place, folder };
  throw new FaultFound({
    code: "FEATURE_PLACE_UNKNOWN",
    message: `where the package of feature ${manifest.name} lies cannot be told: ${file === undefined ? "its manifest is not what defineFeature returned" : `there is no named package.json, or not the repository that root speaks of, above ${file}`}`,
    hint: "name it: assertFeatureConformance(manifest, { root: DIR })",
    exitCode: 2,
  });
}

function idleBand({ name }: FeatureManifest, layer: string, reports: readonly string[]): FaultFound {
  return new FaultFound({
    code: "BAND_MATCHES_NO_FILE",
    message: `${reports.join(", ")}: the band "${layer}" of feature "${name}" holds no file of the report`,
    hint: `correct the layer's globs, or take the band "${layer}" out of the manifest`,
    exitCode: 2,
  });
}
