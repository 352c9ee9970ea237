/** `@repo/coverage-core/trend`: how coverage moved, which no other command needs. */
export { renderHumanTrend } from "./report/human-trend.js";
export * from "./trend/apply-raises.js";
export * from "./trend/compare-with-base.js";
export * from "./trend/empty-trend.js";
export { knownNames, narrowed, type TrendSelection } from "./trend/figures.js";
export * from "./trend/judge-trend.js";
export * from "./trend/moment-of.js";
export * from "./trend/name-domains.js";
export * from "./trend/parse-history.js";
export { parseSnapshot, pointOfSnapshot, type Snapshot } from "./trend/parse-snapshot.js";
export * from "./trend/plain-history.js";
export { entryOfPoint, pointOfEntry } from "./trend/plain-points.js";
export * from "./trend/ratchet.js";
export { trendRows, type TrendRow } from "./trend/trend-rows.js";
