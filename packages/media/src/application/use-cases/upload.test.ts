import { describe, expect, it } from "vitest";
import { PNG, PNG_UPLOAD, mediaWorld } from "../../__fixtures__/media-world.js";
import { upload } from "./upload.js";

describe("uploading", () => {
  it("stores content and asset", async () => {
    const world = mediaWorld();
    const asset = await upload(world, PNG_UPLOAD);
    expect(asset).toEqual({ ...PNG, id: "m9", uploadedAt: 1_000, variants: [{ name: "thumbnail", width: 160, height: 120 }] });
    expect(await world.assets.find("m9")).toEqual(asset);
    expect([...world.contents]).toEqual([["m9/original", PNG_UPLOAD.content]]);
  });

  it("stores nothing of a file that breaks a rule", async () => {
    const world = mediaWorld();
    const program = { ...PNG_UPLOAD, type: "application/x-sh" };
    expect(await upload(world, program)).toEqual({ error: "bad-asset", faults: ["unsupported-type"] });
    expect(await world.assets.find("m9")).toBeUndefined();
    expect(world.contents.size).toBe(0);
  });

  it("knows no asset whose content could not be written", async () => {
    const world = mediaWorld();
    const files = { ...world.files, write: () => Promise.reject(new Error("disk full")) };
    await expect(upload({ ...world, files }, PNG_UPLOAD)).rejects.toThrow("disk full");
    expect(await world.assets.find("m9")).toBeUndefined();
  });
});
