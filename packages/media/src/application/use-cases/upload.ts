import { newAsset, originalKey, type Asset, type Refusal } from "../../entities/asset.js";
import type { Dimensions } from "../../entities/variants.js";
import type { AssetRepository } from "../repositories/asset-repository.js";
import type { Clock, FileStore, NewId } from "../services/services.js";

export interface UploadDeps {
  readonly assets: AssetRepository;
  readonly files: FileStore;
  readonly now: Clock;
  readonly newId: NewId;
}

/** A file as it comes in. `dimensions` is null where it is no picture. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  readonly dimensions: Dimensions | null;
}

/**
 * The content is written first, so that no asset is known without it.
 * @returns the stored asset; a refusal, with nothing stored, where the file breaks a rule. Rejects where the store fails.
 */
export async function upload(deps: UploadDeps, { name, type, content, dimensions }: Upload): Promise<Asset | Refusal> {
  const asset = newAsset(deps.newId(), { name, type, sizeBytes: content.length, dimensions }, deps.now());
  if ("error" in asset) return asset;
  await deps.files.write(originalKey(asset), content);
  await deps.assets.save(asset);
  return asset;
}
