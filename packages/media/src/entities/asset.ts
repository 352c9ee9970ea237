import { assetFaults, isImage, type AssetFault, type AssetFile } from "./asset-rules.js";
import { planVariants, type Variant } from "./variants.js";

/** A stored file. */
export interface Asset extends AssetFile {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly uploadedAt: number;
  /** The smallest first; empty for what is no image, and for an image that is smaller than each. */
  readonly variants: readonly Variant[];
}

/** Why a request was not carried out. */
export type Refusal = { readonly error: "unknown-asset" } | { readonly error: "bad-asset"; readonly faults: readonly AssetFault[] };

/** @returns the asset with its variants planned; a refusal where the file breaks a rule. */
export function newAsset(id: string, file: AssetFile, now: number): Asset | Refusal {
  const faults = assetFaults(file);
  if (faults.length > 0) return { error: "bad-asset", faults };
  return { ...file, id, uploadedAt: now, variants: variantsOf(file) };
}

/** @returns where the asset's content is stored. */
export function originalKey(asset: Asset): string {
  return `${asset.id}/original`;
}

/** @returns where everything of the asset is stored: the original, then its variants. */
export function fileKeys(asset: Asset): string[] {
  return [originalKey(asset), ...asset.variants.map(({ name }) => `${asset.id}/${name}`)];
}

function variantsOf({ type, dimensions }: AssetFile): Variant[] {
  return isImage(type) && dimensions !== null ? planVariants(dimensions) : [];
}
