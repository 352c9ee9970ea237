/** core-shared's check at boot rounds in the same way. */
export { pctOf } from "@repo/core-shared/conformance/coverage";

export interface Counts {
  readonly covered: number;
  readonly total: number;
}
