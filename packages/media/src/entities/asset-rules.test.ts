import { expect, it } from "vitest";
import { assetFaults, type AssetFault, type AssetFile } from "./asset-rules.js";

const MIB = 1_048_576;
const png: AssetFile = { name: "tree.png", type: "image/png", sizeBytes: 1, dimensions: { width: 4, height: 3 } };
const pdf: AssetFile = { name: "prices.pdf", type: "application/pdf", sizeBytes: 1, dimensions: null };

function check(file: AssetFile, faults: AssetFault[]): void {
  expect(assetFaults(file)).toEqual(faults);
}

it.each<[string, AssetFile, AssetFault[]]>([
  ["an image of one byte is good", png, []],
  ["a JPEG may have 10 MiB", { ...png, type: "image/jpeg", sizeBytes: 10 * MIB }, []],
  ["a larger one may not be stored", { ...png, type: "image/jpeg", sizeBytes: 10 * MIB + 1 }, ["too-large"]],
  ["a PNG may have 10 MiB", { ...png, sizeBytes: 10 * MIB }, []],
  ["a larger one is too large", { ...png, sizeBytes: 10 * MIB + 1 }, ["too-large"]],
  ["a WebP may have 10 MiB", { ...png, type: "image/webp", sizeBytes: 10 * MIB }, []],
  ["a larger one is refused", { ...png, type: "image/webp", sizeBytes: 10 * MIB + 1 }, ["too-large"]],
  ["a PDF may have 25 MiB and needs no dimensions", { ...pdf, sizeBytes: 25 * MIB }, []],
  ["a larger PDF is too large", { ...pdf, sizeBytes: 25 * MIB + 1 }, ["too-large"]],
  ["a film may have 200 MiB", { ...pdf, type: "video/mp4", sizeBytes: 200 * MIB }, []],
  ["a larger film is too large", { ...pdf, type: "video/mp4", sizeBytes: 200 * MIB + 1 }, ["too-large"]],
  ["a file without content is empty", { ...pdf, sizeBytes: 0 }, ["empty"]],
  ["a program is not supported, whatever its size", { ...pdf, type: "application/x-sh", sizeBytes: 300 * MIB }, ["unsupported-type"]],
  ["an image needs its dimensions", { ...png, dimensions: null }, ["no-dimensions"]],
  ["fifty million pixels are allowed", { ...png, dimensions: { width: 10_000, height: 5_000 } }, []],
  ["more are not", { ...png, dimensions: { width: 10_000, height: 5_001 } }, ["too-many-pixels"]],
  ["a film's pixels are not counted", { ...pdf, type: "video/mp4", dimensions: { width: 10_000, height: 10_000 } }, []],
  ["a type only ends in image/", { ...pdf, type: "x-image/" }, ["unsupported-type"]],
  [
    "every fault is told, in a fixed order",
    { ...png, type: "image/bmp", sizeBytes: 0, dimensions: null },
    ["unsupported-type", "empty", "no-dimensions"],
  ],
])("%s", (_sentence, file, faults) => check(file, faults));
