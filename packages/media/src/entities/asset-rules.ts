import type { Dimensions } from "./variants.js";

/** What is known of a file before it is stored. */
export interface AssetFile {
  readonly name: string;
  /** A media type in lower case, without parameters: `image/png`. */
  readonly type: string;
  readonly sizeBytes: number;
  /** null where it is unknown. */
  readonly dimensions: Dimensions | null;
}

export const ASSET_RULES = ["unsupported-type", "empty", "too-large", "no-dimensions", "too-many-pixels"] as const;
export type AssetFault = (typeof ASSET_RULES)[number];

const MIB = 1024 * 1024;

/** By media type; a type that is absent is not supported. */
const LARGEST_BYTES: ReadonlyMap<string, number> = new Map([
  ["image/jpeg", 10 * MIB],
  ["image/png", 10 * MIB],
  ["image/webp", 10 * MIB],
  ["application/pdf", 25 * MIB],
  ["video/mp4", 200 * MIB],
]);

/** An image of more pixels takes too much memory when its variants are made. */
const MOST_PIXELS = 50_000_000;

/** @returns every rule that the file breaks, in the order of ASSET_RULES; empty where it may be stored. */
export function assetFaults({ type, sizeBytes, dimensions }: AssetFile): AssetFault[] {
  const broken: Record<AssetFault, boolean> = {
    "unsupported-type": !LARGEST_BYTES.has(type),
    empty: sizeBytes === 0,
    "too-large": sizeBytes > (LARGEST_BYTES.get(type) ?? Infinity),
    "no-dimensions": isImage(type) && dimensions === null,
    "too-many-pixels": isImage(type) && pixelsOf(dimensions) > MOST_PIXELS,
  };
  return ASSET_RULES.filter((rule) => broken[rule]);
}

export function isImage(type: string): boolean {
  return type.startsWith("image/");
}

function pixelsOf(dimensions: Dimensions | null): number {
  return dimensions === null ? 0 : dimensions.width * dimensions.height;
}
