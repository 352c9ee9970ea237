/** What the last point reached, as tighter bounds of manifests. Never a looser one. */
import { BASELINE_LAYER, METRICS, type CoverageBand, type Metric } from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest } from "@repo/core-shared/conformance/feature";
import type { BandRaise, PointTotals, TrendPoint } from "../contract/trend.js";

/** What a layer's globs match, as vitest counts them: each by itself, whatever layer its files belong to. */
export interface LayerReach {
  /** Whether each glob matches the files of the layer, all of them and no other. */
  readonly isWhole: boolean;
  /** Layers of which a glob matches a file. */
  readonly layers: readonly string[];
}

export interface RatchetFeature {
  /** The manifest's path. */
  readonly file: string;
  /** The package's name. */
  readonly package: string;
  readonly manifest: FeatureManifest;
  readonly reachOf: (layer: string) => LayerReach;
  /** Layers that have files, `baseline` among them. */
  readonly layers: readonly string[];
}

export interface Ratchet {
  readonly raises: readonly BandRaise[];
  /** Why a bound stays that a layer's figure alone would raise. */
  readonly kept: readonly string[];
}

/** @param layers those that were asked for; empty for all. */
export function raisesOfFeature(feature: RatchetFeature, point: TrendPoint, layers: readonly string[]): Ratchet {
  const { file, manifest, package: name } = feature;
  const totals = Object.hasOwn(point.byPackage, name) ? point.byPackage[name] : undefined;
  if (totals === undefined) return { raises: [], kept: [] };
  const reached = Object.entries(manifest.coverage.bands)
    .filter(([band]) => layers.length === 0 || layers.includes(band))
    .flatMap(([band, bound]) => {
      const isBaseline = band === BASELINE_LAYER;
      return METRICS.map((metric) => {
        const held = isBaseline ? baselineReached(feature, totals, metric) : layerReached(feature.reachOf(band), band, totals, metric);
        return { file, band, metric, from: bound[metric], to: Math.floor(held.pct ?? 0), why: held.why };
      });
    })
    .filter(({ from, to }) => to > from);
  return {
    raises: reached.flatMap(({ why, ...raise }) => (why === null ? [raise] : [])),
    kept: reached.flatMap(({ why, band, metric, to }) =>
      why === null ? [] : [`${file}: ${band}.${metric} stays, though its figure would allow ${to}: ${why}`],
    ),
  };
}

type PackageTotals = TrendPoint["byPackage"][string];

interface Reached {
  /** null where there was nothing to measure. */
  readonly pct: number | null;
  /** What speaks against it; null where nothing does. */
  readonly why: string | null;
}

/** vitest holds each glob to the band; of a part of a layer the point says nothing, but where all is covered. */
function layerReached({ isWhole, layers }: LayerReach, band: string, { byLayer }: PackageTotals, metric: Metric): Reached {
  const pct = pctOfLayer(byLayer, band, metric);
  const isFull = [band, ...layers].every((layer) => [100, null].includes(pctOfLayer(byLayer, layer, metric) ?? null));
  return { pct, why: isWhole || isFull ? null : "vitest holds each of its globs to it, and the summary has the layer's figure alone" };
}

/** The global threshold counts every file of the package, and each layer without a band of its own has this one. */
function baselineReached({ manifest, layers }: RatchetFeature, totals: PackageTotals, metric: Metric): Reached {
  const governed = layers.filter((layer) => layer === BASELINE_LAYER || !Object.hasOwn(manifest.coverage.bands, layer));
  const unknown = governed.filter((layer) => !Object.hasOwn(totals.byLayer, layer));
  const known = [totals[metric].pct, ...governed.map((layer) => pctOfLayer(totals.byLayer, layer, metric))].filter((pct) => pct !== null);
  return {
    pct: known.length === 0 ? null : Math.min(...known),
    why: unknown.length === 0 ? null : `it holds ${unknown.join(", ")} too, of which the last point knows nothing`,
  };
}

function pctOfLayer(byLayer: PackageTotals["byLayer"], layer: string, metric: Metric): number | null {
  return (Object.hasOwn(byLayer, layer) ? byLayer[layer] : undefined)?.[metric].pct ?? null;
}

/** The band of the repository, in `repo.manifest.ts`. */
export function raisesOfRepo(file: string, band: CoverageBand, totals: PointTotals): BandRaise[] {
  return METRICS.map((metric) => ({ file, band: null, metric, from: band[metric], to: Math.floor(totals[metric].pct ?? 0) })).filter(
    ({ from, to }) => to > from,
  );
}
