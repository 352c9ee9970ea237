import type { MutateDocument } from "../contract/mutate.js";
import { schemaId } from "../contract/schema-id.js";

/** Of a run that had nothing to do. */
export function emptyMutateDocument(): MutateDocument {
  return {
    $schema: schemaId("mutate"),
    schemaVersion: "1.0",
    status: "nothing-to-do",
    exitCode: 0,
    fingerprint: null,
    shard: null,
    base: null,
    packages: [],
    survivors: [],
    inconclusive: [],
    drifts: [],
    plan: null,
    proof: null,
    nextActions: [],
    warnings: [],
    errors: [],
  };
}
