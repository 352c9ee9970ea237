/** `@repo/coverage-io/conformance`: the programs that `conformance` asks, which no other command needs. */
export { askThresholds, type AskedThresholds } from "./conformance/ask-thresholds.js";
export { findArrows, isCruised, runCruise } from "./conformance/cruise.js";
