/** Raises → the manifests' new texts. */
import type { BandRaise } from "../contract/trend.js";
import { editNumbers } from "../manifest/edit-numbers.js";
import { parseFeatureSource, parseRepoSource } from "../manifest/parse-manifest-source.js";

export interface AppliedRaises {
  /** As the file was, where no raise could be written. */
  readonly text: string;
  readonly raised: readonly BandRaise[];
  /** Those whose bound is no plain number at its place. */
  readonly skipped: readonly BandRaise[];
}

/**
 * @param raises of this file.
 * @throws as the parsers of manifests, and Error where the new text states anything but the raised bounds: it must not be written.
 */
export function applyRaises(file: string, text: string, raises: readonly BandRaise[]): AppliedRaises {
  const isRepo = raises.some(({ band }) => band === null);
  const edits = raises.map((raise) => ({ raise, path: pathOf(raise), to: raise.to }));
  const edited = editNumbers(file, text, isRepo ? "defineRepo" : "defineFeature", edits);
  const isSkipped = ({ path }: { readonly path: readonly string[] }) => edited.skipped.some((each) => each.path === path);
  const written = edits.filter((edit) => !isSkipped(edit));
  const parse = isRepo ? parseRepoSource : parseFeatureSource;
  const wanted = written.reduce<unknown>((value, { path, to }) => withNumber(value, path, to), parse(file, text));
  if (JSON.stringify(parse(file, edited.text)) !== JSON.stringify(wanted)) throw new Error(`${file} would not state what was to be raised`);
  return { text: edited.text, raised: written.map(({ raise }) => raise), skipped: edits.filter(isSkipped).map(({ raise }) => raise) };
}

function pathOf({ band, metric }: BandRaise): readonly string[] {
  return band === null ? ["band", metric] : ["coverage", "bands", band, metric];
}

function withNumber(value: unknown, [key, ...rest]: readonly string[], to: number): unknown {
  if (key === undefined) return to;
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withNumber(record[key], rest, to) };
}
