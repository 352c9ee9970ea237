import { randomUUID } from "node:crypto";
import { mediaController } from "../interface-adapters/controllers/media-controller.js";
import { inMemoryAssets, inMemoryFiles } from "../interface-adapters/repositories/in-memory.js";

export function bindProduction() {
  return mediaController({ assets: inMemoryAssets([]), files: inMemoryFiles(new Map()), now: Date.now, newId: randomUUID });
}
