/** Hits by file → counts by layer, and what of them is below its band. */
import { bandOfLayer, layersOf } from "../coverage/band-for.js";
import { METRICS, type Metric } from "../coverage/bands.js";
import { BASELINE_LAYER } from "../coverage/layers.js";
import { pctOf } from "../coverage/percent.js";
import type { FeatureManifest } from "../feature/schema.js";
import type { MissedBand } from "./conformance-error.js";
import type { ReportedHits } from "./read-reports.js";

/** What ran of a layer, by metric; lines stand for statements where nobody counted those. */
export type LayerCounts = Readonly<Record<Metric, { readonly covered: number; readonly total: number }>>;

/** @param layerOf undefined for a file that need not be covered. @returns the layers that have a file, each with the sums of its files. */
export function countLayers(reported: ReportedHits, layerOf: (file: string) => string | undefined): ReadonlyMap<string, LayerCounts> {
  const byLayer = new Map<string, LayerCounts>();
  for (const [file, { lines, functions, branches }] of reported.files) {
    const layer = layerOf(file);
    if (layer === undefined) continue;
    const statements = reported.isWhole(file) ? reported.statements.get(file) : undefined;
    const counts = {
      statements: statements === undefined ? countOf(lines) : { covered: statements.covered, total: statements.total },
      branches: countOf(branches),
      functions: countOf(functions),
      lines: countOf(lines),
    };
    byLayer.set(layer, sumOf(byLayer.get(layer), counts));
  }
  return byLayer;
}

/** In the order of the manifest's layers, baseline last. Nothing to measure misses nothing. */
export function missedBands(manifest: FeatureManifest, byLayer: ReadonlyMap<string, LayerCounts>): MissedBand[] {
  return [...Object.keys(layersOf(manifest)), BASELINE_LAYER].flatMap((layer) => {
    const band = bandOfLayer(layer, manifest);
    const counts = byLayer.get(layer);
    return METRICS.flatMap((metric): MissedBand[] => {
      const { covered, total } = counts?.[metric] ?? NOTHING;
      const actual = pctOf(covered, total);
      const required = band[metric];
      return actual !== null && actual < required ? [{ feature: manifest.name, layer, metric, required, actual, covered, total }] : [];
    });
  });
}

const NOTHING = { covered: 0, total: 0 };

function countOf(hits: ReadonlyMap<unknown, boolean>): { covered: number; total: number } {
  let covered = 0;
  for (const ran of hits.values()) if (ran) covered += 1;
  return { covered, total: hits.size };
}

function sumOf(a: LayerCounts | undefined, b: LayerCounts): LayerCounts {
  if (a === undefined) return b;
  const sum = (metric: Metric) => ({ covered: a[metric].covered + b[metric].covered, total: a[metric].total + b[metric].total });
  return { statements: sum("statements"), branches: sum("branches"), functions: sum("functions"), lines: sum("lines") };
}
