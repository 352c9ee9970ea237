import type { MutateDocument, MutationScores } from "@repo/coverage-core";
import { countMutants, emptyMutateDocument } from "@repo/coverage-core/mutation";
import { mutateDocument } from "@repo/coverage-core/schemas";
import { FINGERPRINT } from "./plans.js";

type Row = MutateDocument["packages"][number];
type Counts = Row["counts"];

const NO_COUNTS: Counts = countMutants([]);

export const PRICE = "packages/shop/src/price.ts";

export interface ShopRun {
  readonly counts: Partial<Counts>;
  /** Keys. */
  readonly survivors?: readonly string[];
  readonly blob?: string;
  readonly more?: Partial<MutateDocument>;
}

/** What a run of one package with one file printed. */
export function shopDocument({ counts: some, survivors = [], blob = "b", more = {} }: ShopRun): MutateDocument {
  const counts = { ...NO_COUNTS, ...some };
  const total = counts.killed + counts.survived;
  const score = total === 0 ? null : Math.floor((10_000 * counts.killed) / total) / 100;
  const interval = counts.notRun + counts.inconclusive === 0 ? null : { low: 0, high: 100 };
  const row: Row = {
    name: "@demo/shop",
    status: interval === null ? "pass" : "partial",
    score,
    threshold: 50,
    interval,
    config: "c",
    baseline: null,
    drift: null,
    counts,
    files: [{ file: PRICE, blob, score, counts, survivors: [...survivors] }],
    reused: 0,
    durationMs: 1,
  };
  return mutateDocument.parse({
    ...emptyMutateDocument(),
    status: row.status,
    fingerprint: FINGERPRINT,
    packages: [row],
    ...more,
  });
}

/** Of the same package, as `coverage/mutation.json` has them. */
export function shopScores(run: ShopRun, fingerprint = FINGERPRINT): MutationScores {
  const { packages } = shopDocument(run);
  const entries = packages.map(({ name, score, threshold, config, counts, files }) => {
    const byFile = files.map(({ file, ...rest }) => [file, rest] as const);
    return [name, { score, threshold, config, counts, files: Object.fromEntries(byFile) }] as const;
  });
  return {
    schemaVersion: "1.0",
    generatedAt: "2026-01-01T00:00:00.000Z",
    commit: "1234567",
    fingerprint,
    packages: Object.fromEntries(entries),
  };
}
