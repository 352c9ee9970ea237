import { bootSet } from "./boot-set.mjs";
import { dataSet } from "./data-sets.mjs";
import { historySet } from "./history-set.mjs";
import { mutantSet } from "./mutant-set.mjs";

const OTHERS = { mutants: mutantSet, history: historySet, boot: bootSet };

/** @returns the folder of a set, made unless it is there. */
export function findSet(name, parent, tell) {
  return OTHERS[name]?.(parent, tell) ?? dataSet(name, parent, tell);
}
