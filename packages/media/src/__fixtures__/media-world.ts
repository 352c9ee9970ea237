import type { Upload } from "../application/use-cases/upload.js";
import type { AssetFile } from "../entities/asset-rules.js";
import type { Asset } from "../entities/asset.js";
import { inMemoryAssets, inMemoryFiles } from "../interface-adapters/repositories/in-memory.js";

/** An image that is large enough for a thumbnail and for no other variant. */
export const PNG_UPLOAD: Upload = {
  name: "tree.png",
  type: "image/png",
  content: new Uint8Array([1, 2, 3]),
  dimensions: { width: 400, height: 300 },
};
export const PNG: AssetFile = { name: "tree.png", type: "image/png", sizeBytes: 3, dimensions: { width: 400, height: 300 } };
export const PDF: AssetFile = { name: "prices.pdf", type: "application/pdf", sizeBytes: 3, dimensions: null };

/** Uploaded at the epoch. */
export const PNG_ASSET: Asset = { ...PNG, id: "m1", uploadedAt: 0, variants: [{ name: "thumbnail", width: 160, height: 120 }] };
export const PDF_ASSET: Asset = { ...PDF, id: "m2", uploadedAt: 0, variants: [] };

/** The given assets without their contents, a clock that stands at 1,000, and `m9` as the next id. */
export function mediaWorld(assets: readonly Asset[] = []) {
  const contents = new Map<string, Uint8Array>();
  return { assets: inMemoryAssets(assets), contents, files: inMemoryFiles(contents), now: () => 1_000, newId: () => "m9" };
}
