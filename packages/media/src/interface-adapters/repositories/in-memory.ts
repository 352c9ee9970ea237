import type { AssetRepository } from "../../application/repositories/asset-repository.js";
import type { FileStore } from "../../application/services/services.js";
import type { Asset } from "../../entities/asset.js";

export function inMemoryAssets(initial: readonly Asset[]): AssetRepository {
  const byId = new Map(initial.map((asset) => [asset.id, asset]));
  return {
    find: async (id) => byId.get(id),
    save: async (asset) => void byId.set(asset.id, asset),
    remove: async (id) => void byId.delete(id),
  };
}

/** @param contents by key; written to and removed from. */
export function inMemoryFiles(contents: Map<string, Uint8Array>): FileStore {
  return {
    write: async (key, content) => void contents.set(key, content),
    remove: async (key) => void contents.delete(key),
  };
}
