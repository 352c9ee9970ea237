import { dataSet } from "./data-sets.mjs";
import { mutantSet } from "./mutant-set.mjs";

/** @returns the folder of a set, made unless it is there. */
export function findSet(name, parent, tell) {
  return name === "mutants" ? mutantSet(parent, tell) : dataSet(name, parent, tell);
}
