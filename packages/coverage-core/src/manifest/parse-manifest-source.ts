import { parseFeature, parseRepo, type FeatureManifest, type RepoManifest } from "@repo/core-shared/conformance/feature";
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { readPlainLiteral } from "./plain-literal.js";
import { readLiteral } from "./read-literal.js";

/**
 * @param file path of the manifest, for errors.
 * @throws BandlineError MANIFEST_UNREADABLE, or ManifestError MANIFEST_INVALID with every problem.
 */
export function parseFeatureSource(file: string, text: string): FeatureManifest {
  return parseFeature(stated(file, text, "defineFeature"), file);
}

/** As `parseFeatureSource`, for `repo.manifest.ts`. */
export function parseRepoSource(file: string, text: string): RepoManifest {
  return parseRepo(stated(file, text, "defineRepo"), file);
}

function stated(file: string, text: string, callee: "defineFeature" | "defineRepo"): unknown {
  const value = readPlainLiteral(file, text, callee) ?? readLiteral(file, text, callee);
  if (value !== undefined) return value;
  throw new BandlineError({
    code: "MANIFEST_UNREADABLE",
    message: `${file}: no call of ${callee} with an argument`,
    hint: `export const manifest = ${callee}({ … } as const);`,
    exitCode: EXIT.usage,
  });
}
