import { POINTS } from "../data/history-set.mjs";
import { cpuRatio, memory, ratio, together } from "./goals.mjs";
import { MUTATION_CASES } from "./mutation-cases.mjs";
import {
  bootFeatures,
  coverageAggregate,
  coverageDiff,
  coverageDiffOfAny,
  coverageTrend,
  diffCover,
  floor,
  gitHistory,
  grcov,
  lcovAdd,
  lcovParse,
  lcovResultMerger,
  loadManifests,
  readInC,
} from "./programs.mjs";

/** Cases by name. `sets` are the data they need; `of` takes their folders in that order; `onlyByName` takes minutes. */
export const CASES = {
  "diff-large": {
    runs: 10,
    sets: ["large"],
    of: (large) => ({
      programs: [floor, coverageDiff(large), coverageDiffOfAny(large), diffCover(large)],
      goals: [ratio("coverage:diff", "node -e 0", 3), ratio("coverage:diff", "diff-cover", 1 / 15), memory("coverage:diff", 100)],
    }),
  },
  "diff-small": {
    runs: 10,
    sets: ["small"],
    of: (small) => ({
      programs: [floor, coverageDiff(small), diffCover(small)],
      goals: [ratio("coverage:diff", "diff-cover", 0.6)],
    }),
  },
  scaling: {
    runs: 5,
    sets: ["tenth", "large"],
    of: (tenth, large) => ({
      programs: [
        { ...coverageDiff(tenth), name: "coverage:diff, 9.4 MB" },
        { ...coverageDiff(large), name: "coverage:diff, 94 MB" },
        { ...coverageAggregate(tenth, 2_000), name: "coverage:aggregate, 9.4 MB" },
        { ...coverageAggregate(large, 20_000), name: "coverage:aggregate, 94 MB" },
      ],
      goals: [
        ratio("coverage:diff, 94 MB", "coverage:diff, 9.4 MB", 11),
        ratio("coverage:aggregate, 94 MB", "coverage:aggregate, 9.4 MB", 11),
      ],
    }),
  },
  manifests: {
    runs: 10,
    sets: ["small"],
    of: (small) => ({
      programs: [loadManifests(small, "five manifests", "ms"), loadManifests(small, "five manifests, packages imported before", "readMs")],
      goals: [{ says: "five manifests", unit: "ms", atMost: 40, figure: "minMs", ours: "five manifests" }],
    }),
  },
  boot: {
    runs: 10,
    sets: ["boot"],
    of: (boot) => ({
      programs: [floor, bootFeatures(boot)],
      goals: [
        { says: "five features at boot", unit: "ms", atMost: 200, figure: "minMs", ours: "five features at boot" },
        together("five features at boot less node -e 0, wall time", "ms", null, ["five features at boot", "node -e 0"], beside),
      ],
    }),
  },
  trend: {
    runs: 5,
    sets: ["history"],
    of: (history) => ({
      programs: [floor, gitHistory(history), coverageTrend(history, POINTS)],
      goals: [
        ratio("coverage:trend", "git log, git cat-file", 15),
        together("coverage:trend less git log, git cat-file, wall time", "ms", 1_000, ["coverage:trend", "git log, git cat-file"], beside),
        memory("coverage:trend", 300),
      ],
    }),
  },
  "aggregate-disjoint": {
    runs: 3,
    sets: ["large"],
    of: (large) => ({
      programs: aggregatePrograms(large, 20_000, 100),
      goals: [
        ratio("coverage:aggregate", "C, every integer", 6),
        ratio("coverage:aggregate", "grcov", 1 / 3),
        cpuRatio("coverage:aggregate", "lcov -a", 1 / 40),
        memory("coverage:aggregate", 120),
      ],
    }),
  },
  "aggregate-shards": {
    runs: 3,
    sets: ["shards"],
    of: (shards) => ({
      programs: aggregatePrograms(shards, 2_000, 10),
      goals: [
        ratio("coverage:aggregate", "C, every integer", 8),
        ratio("coverage:aggregate", "grcov", 1.2),
        memory("coverage:aggregate", 200),
      ],
    }),
  },
  "gigabyte-disjoint": {
    runs: 1,
    sets: ["gigabyte"],
    onlyByName: true,
    of: (gigabyte) => ({
      programs: [readInC(gigabyte, 1_000), coverageAggregate(gigabyte, 200_000), grcov(gigabyte, 200_000)],
      goals: [ratio("coverage:aggregate", "grcov", 1 / 4), memory("coverage:aggregate", 150)],
    }),
  },
  "gigabyte-shards": {
    runs: 1,
    sets: ["gigabyteShards"],
    onlyByName: true,
    of: (shards) => ({
      programs: [readInC(shards, 100), coverageAggregate(shards, 2_000), grcov(shards, 2_000)],
      goals: [ratio("coverage:aggregate", "grcov", 0.6), memory("coverage:aggregate", 500)],
    }),
  },
  ...MUTATION_CASES,
};

const beside = ([ours, git]) => ours.ms - git.ms;

function aggregatePrograms(root, fileCount, inputCount) {
  return [
    readInC(root, inputCount),
    coverageAggregate(root, fileCount),
    grcov(root, fileCount),
    lcovParse(root, fileCount, inputCount),
    lcovResultMerger(root, fileCount),
    lcovAdd(root, fileCount, inputCount),
  ];
}
