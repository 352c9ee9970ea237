import type { CoverageMetric } from "../contract/names.js";
import type { PackageFacts } from "../policy/file-policy.js";

/** A layer that a feature's manifest holds to a target. */
export interface DeclaredDomain {
  /** The feature's name, as its manifest says. */
  readonly feature: string;
  readonly package: PackageFacts;
  /** The layer's name. */
  readonly name: string;
  /** Percent of each metric: the layer's band. */
  readonly target: Readonly<Record<CoverageMetric, number>>;
}
