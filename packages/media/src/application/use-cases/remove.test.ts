import { describe, expect, it } from "vitest";
import { PDF_ASSET, PNG_ASSET, mediaWorld } from "../../__fixtures__/media-world.js";
import { remove } from "./remove.js";

const assets = [PNG_ASSET, PDF_ASSET];

describe("removing", () => {
  it("removes the asset, its content and its variants, and leaves the others", async () => {
    const world = mediaWorld(assets);
    for (const key of ["m1/original", "m1/thumbnail", "m2/original"]) world.contents.set(key, new Uint8Array([1]));
    expect(await remove(world, "m1")).toBeUndefined();
    expect(await world.assets.find("m1")).toBeUndefined();
    expect(await world.assets.find("m2")).toBeDefined();
    expect([...world.contents.keys()]).toEqual(["m2/original"]);
  });

  it("is refused for an unknown asset", async () => {
    expect(await remove(mediaWorld(assets), "m3")).toEqual({ error: "unknown-asset" });
  });

  it("forgets the asset even where its content stays", async () => {
    const world = mediaWorld(assets);
    const files = { ...world.files, remove: () => Promise.reject(new Error("disk gone")) };
    await expect(remove({ ...world, files }, "m1")).rejects.toThrow("disk gone");
    expect(await world.assets.find("m1")).toBeUndefined();
  });
});
