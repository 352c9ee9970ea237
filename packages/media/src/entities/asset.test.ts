import { describe, expect, it } from "vitest";
import { PDF, PDF_ASSET, PNG, PNG_ASSET } from "../__fixtures__/media-world.js";
import { fileKeys, newAsset, originalKey } from "./asset.js";

const thumbnail = { name: "thumbnail", width: 160, height: 120 };

describe("a new asset", () => {
  it("keeps what is known of its file, and has its variants planned", () => {
    expect(newAsset("m1", PNG, 5)).toEqual({ ...PNG, id: "m1", uploadedAt: 5, variants: [thumbnail] });
  });

  it("has no variants where it is no image", () => {
    expect(newAsset("m2", PDF, 5)).toEqual({ ...PDF, id: "m2", uploadedAt: 5, variants: [] });
  });

  it("has no variants where it is a film with dimensions", () => {
    const film = { ...PDF, type: "video/mp4", dimensions: { width: 1280, height: 720 } };
    expect(newAsset("m3", film, 5)).toHaveProperty("variants", []);
  });

  it("is refused with every fault of its file", () => {
    expect(newAsset("m4", { ...PNG, sizeBytes: 0, dimensions: null }, 5)).toEqual({
      error: "bad-asset",
      faults: ["empty", "no-dimensions"],
    });
  });
});

describe("an asset's keys", () => {
  it("are the original's and its variants'", () => {
    expect(fileKeys(PNG_ASSET)).toEqual(["m1/original", "m1/thumbnail"]);
  });

  it("are the original's alone where there is no variant", () => {
    expect(fileKeys(PDF_ASSET)).toEqual(["m2/original"]);
  });

  it("tell where the content is", () => {
    expect(originalKey(PNG_ASSET)).toBe("m1/original");
  });
});
