import { EXIT } from "../contract/exit-code.js";
import { schemaId } from "../contract/schema-id.js";
import type { TrendDocument } from "../contract/trend.js";

/** The document of a run that knows nothing yet. */
export function emptyTrend(): TrendDocument {
  return {
    $schema: schemaId("coverage-trend"),
    schemaVersion: "1.0",
    status: "pass",
    reason: null,
    exitCode: EXIT.pass,
    selected: { packages: [], layers: [], metrics: [] },
    points: [],
    breaks: [],
    drops: [],
    moves: [],
    moveCount: 0,
    appearances: [],
    ratchet: null,
    truncated: null,
    nextActions: [],
    warnings: [],
    errors: [],
  };
}
