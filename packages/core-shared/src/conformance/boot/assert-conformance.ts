/** Do features hold their bands? Asked where a program starts: in its composition root, before it serves anybody. */
import type { FeatureManifest } from "../feature/schema.js";
import type { Freshness } from "./check-freshness.js";
import { ConformanceError, FaultFound, renderFault, type ConformanceFault, type MissedBand } from "./conformance-error.js";
import type { LayerCounts } from "./count-layers.js";
import { judgeFeature, type FeatureFiles, type JudgedFeature } from "./judge-feature.js";

export interface ConformanceOptions {
  /** `USE_DEV_SEED` and `NODE_ENV` are read; left out, the process's. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Receives each warning, of one line or several without the last line's end; left out, they go to stderr. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** What was found out of one feature. */
export interface FeatureConformance {
  readonly feature: string;
  /** `pass`: every band holds. `warned`: what should have been thrown was only told of. */
  readonly status: "pass" | "warned";
  /** By layer; undefined where there is no report that can be trusted. */
  readonly byLayer: ReadonlyMap<string, LayerCounts> | undefined;
  /** Of how many files the text is known to be the one that was measured; an image without sources has none. */
  readonly freshness: Freshness | undefined;
}

/**
 * Synchronous, and done before it returns: nothing starts beside a check that fails.
 * It warns instead of throwing where `USE_DEV_SEED` is `true`, and in development (`NODE_ENV` is not `production`) where there is no report
 * of the sources that are here: it is missing, or they changed since.
 * @param manifest what `defineFeature` returned.
 * @throws ConformanceError with each layer and metric below its band, or with why the report cannot be trusted.
 */
export function assertFeatureConformance(manifest: FeatureManifest, options: ConformanceOptions & FeatureFiles = {}): FeatureConformance {
  return assertFeaturesConformance([[manifest, options]], options)[0] as FeatureConformance;
}

/**
 * The same for several: all are looked at, and one error has all that is wrong.
 * @param features manifests, each alone or with where its files are.
 * @returns what was found out, in their order.
 */
export function assertFeaturesConformance(
  features: readonly (FeatureManifest | readonly [FeatureManifest, FeatureFiles])[],
  options: ConformanceOptions & Pick<FeatureFiles, "exempt"> = {},
): FeatureConformance[] {
  const { env = process.env, warn = toStderr } = options;
  const looked = features.map((each) => {
    const [manifest, files] = isPair(each) ? each : ([each, {}] as const);
    return lookAt(manifest, { exempt: options.exempt, ...files });
  });
  const faults = looked.flatMap(({ fault }) => fault ?? []);
  const [first, ...others] = faults.filter((fault) => !isForgiven(fault, env));
  for (const fault of faults) if (isForgiven(fault, env)) warn(renderFault(fault));
  if (first !== undefined) throw new ConformanceError([first, ...others]);
  return looked.map(({ feature, judged, fault }) => ({
    feature,
    status: fault === undefined ? "pass" : "warned",
    byLayer: judged?.byLayer,
    freshness: judged?.freshness,
  }));
}

interface Looked {
  readonly feature: string;
  readonly judged?: JudgedFeature;
  readonly fault?: ConformanceFault;
}

function lookAt(manifest: FeatureManifest, files: FeatureFiles): Looked {
  const feature = manifest.name;
  try {
    const judged = judgeFeature(manifest, files);
    return judged.missed.length === 0 ? { feature, judged } : { feature, judged, fault: belowBand(feature, judged) };
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    return { feature, fault: { ...error.fault, feature, missed: [] } };
  }
}

function belowBand(feature: string, { missed, reports, rerun }: JudgedFeature): ConformanceFault {
  const message = [`feature ${feature} is below its bands in ${reports.join(", ")}`, ...missed.map(missedText)].join("\n  ");
  return { code: "FEATURE_BELOW_BAND", feature, message, hint: `cover what is not covered, then: ${rerun}`, exitCode: 1, missed };
}

function missedText({ layer, metric, required, actual, covered, total }: MissedBand): string {
  return `${layer}: ${metric} ${actual} %, required ${required} % (${total - covered} of ${total} not covered)`;
}

/** In development a report is missing or old more often than not: tests run later. One that is broken never is what somebody wants. */
function isForgiven({ code }: ConformanceFault, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["USE_DEV_SEED"] === "true") return true;
  return env["NODE_ENV"] !== "production" && (code === "REPORT_MISSING" || code === "REPORT_STALE");
}

function isPair(each: FeatureManifest | readonly [FeatureManifest, FeatureFiles]): each is readonly [FeatureManifest, FeatureFiles] {
  return Array.isArray(each);
}

function toStderr(message: string): void {
  process.stderr.write(`${message}\n`);
}
