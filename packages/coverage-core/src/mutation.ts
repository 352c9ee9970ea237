/** `@repo/coverage-core/mutation`: L3, which no other command needs. */
export * from "./contract/parse-mutate.js";
export { compareScores, type ComparedRun, type Comparison } from "./mutation/compare-scores.js";
export * from "./mutation/empty-document.js";
export * from "./mutation/judge-package.js";
export * from "./mutation/unasserted-of.js";
export * from "./mutation/judge-trust.js";
export * from "./mutation/key-mutants.js";
export * from "./mutation/merge-runs.js";
export * from "./mutation/model.js";
export * from "./mutation/scores-document.js";
export { countMutants, exitCodeOf, intervalOf, judgeCounts, scoreOf, statusOfRun } from "./mutation/score.js";
export * from "./mutation/mutate-actions.js";
export * from "./mutation/mutated-text.js";
export * from "./mutation/select-changed.js";
export * from "./mutation/shard-mutants.js";
export * from "./mutation/survivor-of.js";
export { renderHumanMutate } from "./report/human-mutate.js";
