import type { Asset } from "../../entities/asset.js";

export interface AssetRepository {
  find(id: string): Promise<Asset | undefined>;
  save(asset: Asset): Promise<void>;
  remove(id: string): Promise<void>;
}
