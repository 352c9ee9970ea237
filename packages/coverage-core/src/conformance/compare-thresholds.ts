/** What vitest gets against what a manifest derives. */
import { METRICS, vitestThresholdsFromManifest, type BandPolicy, type CoverageBand } from "@repo/core-shared/conformance/coverage";
import { isRecord } from "../json-value.js";

/** @param received `coverage.thresholds` of vitest's own config. @returns what differs, a sentence part each, in the manifest's order; empty where vitest asks for the same. */
export function compareThresholds(manifest: BandPolicy, received: unknown): string[] {
  if (!isRecord(received)) return ["vitest gets no thresholds"];
  const expected = vitestThresholdsFromManifest(manifest);
  const globs = Object.entries(expected).filter((entry): entry is [string, CoverageBand] => isRecord(entry[1]));
  const extra = Object.keys(received).filter((key) => isRecord(received[key]) && !Object.hasOwn(expected, key));
  return [
    ...differences("all files", expected, received),
    ...globs.flatMap(([glob, band]) => {
      const of = received[glob];
      return isRecord(of) ? differences(glob, band, of) : [`vitest gets no threshold for ${glob}`];
    }),
    ...extra.map((glob) => `vitest gets a threshold for ${glob}, of which the manifest says nothing`),
  ];
}

function differences(of: string, expected: Readonly<Record<string, unknown>>, received: Readonly<Record<string, unknown>>): string[] {
  return METRICS.filter((metric) => received[metric] !== expected[metric]).map(
    (metric) => `vitest gets ${metric} ${textOf(received[metric])} for ${of}, the manifest says ${textOf(expected[metric])}`,
  );
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
