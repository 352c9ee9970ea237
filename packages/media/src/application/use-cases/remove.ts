import { fileKeys, type Refusal } from "../../entities/asset.js";
import type { AssetRepository } from "../repositories/asset-repository.js";
import type { FileStore } from "../services/services.js";

/**
 * The asset is forgotten first, so that none is known without its content.
 * @returns a refusal where the asset is unknown. Rejects where the store fails.
 */
export async function remove(
  deps: { readonly assets: AssetRepository; readonly files: FileStore },
  assetId: string,
): Promise<Refusal | undefined> {
  const asset = await deps.assets.find(assetId);
  if (asset === undefined) return { error: "unknown-asset" };
  await deps.assets.remove(assetId);
  await Promise.all(fileKeys(asset).map((key) => deps.files.remove(key)));
  return undefined;
}
