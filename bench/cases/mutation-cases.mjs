import { MUTANTS } from "../data/mutant-set.mjs";
import { answered, ratio, together } from "./goals.mjs";
import { countMutantRuns, mutateAll, mutateShard, mutateSince, recallOfLines } from "./mutation-programs.mjs";

const SHARDS = 4;

/** As the others, see `all-cases.mjs`. */
export const MUTATION_CASES = {
  mutate: {
    runs: 5,
    sets: ["mutants"],
    onlyByName: true,
    of: (mutants) => {
      const counted = countMutantRuns(mutants);
      return {
        programs: [mutateAll(mutants), mutateSince(mutants), counted],
        goals: [
          ratio("mutate --since HEAD", "mutate", 1 / 20),
          answered("mutants run / mutants needed, one a line", "×", 1.2, counted.name, "one"),
          answered("mutants run / mutants needed, --all", "×", 1.2, counted.name, "all"),
        ],
      };
    },
  },
  "mutate-shards": {
    runs: 1,
    sets: ["mutants"],
    onlyByName: true,
    of: (mutants) => {
      const shards = Array.from({ length: SHARDS }, (_, n) => mutateShard(mutants, n + 1, SHARDS));
      const names = shards.map(({ name }) => name);
      return {
        programs: [...shards, mutateSince(mutants)],
        goals: [
          together("slowest shard / a quarter of all four, wall time", "×", 1.15, names, slowestOverIdeal),
          together("mutants that no shard ran, or two", "mutants", 0, names, notRunOnce),
          together("start, with one mutant / mean shard, wall time", "×", null, ["mutate --since HEAD", ...names], startOverMean),
        ],
      };
    },
  },
  "mutate-recall": {
    runs: 1,
    sets: ["mutants"],
    onlyByName: true,
    of: (mutants) => {
      const recall = recallOfLines(mutants);
      return {
        programs: [recall],
        goals: [
          answered("mutants of edited lines that were not named", "%", 0, recall.name, "lost"),
          answered("mutants that were named, and are on no edited line", "mutants", 0, recall.name, "besides"),
          answered("mutants of edited lines that a range of the lines loses", "%", null, recall.name, "notInside"),
          answered("mutants of edited lines", "mutants", null, recall.name, "mutants"),
          answered("edits", "places", null, recall.name, "edits"),
        ],
      };
    },
  },
};

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

function slowestOverIdeal(shards) {
  const times = shards.map(({ ms }) => ms);
  return Math.max(...times) / (sum(times) / times.length);
}

/** Of counts: a mutant that two ran would hide one that none did. `mutate merge`, and its tests, look at each. */
function notRunOnce(shards) {
  return Math.abs(sum(shards.map(({ mutants }) => mutants)) - MUTANTS);
}

function startOverMean([start, ...shards]) {
  return start.ms / (sum(shards.map(({ ms }) => ms)) / shards.length);
}
