import { describe, expect, it } from "vitest";
import { PDF, PDF_ASSET, PNG_ASSET, PNG_UPLOAD, mediaWorld } from "../../__fixtures__/media-world.js";
import type { Asset } from "../../entities/asset.js";
import { mediaController } from "./media-controller.js";

type Method = keyof ReturnType<typeof mediaController>;

async function check(method: Method, input: unknown, expected: object, assets: readonly Asset[] = []): Promise<void> {
  expect(await mediaController(mediaWorld(assets))[method](input)).toEqual(expected);
}

const uploaded = { status: 201, body: { ...PNG_ASSET, id: "m9", uploadedAt: 1_000 } };
const invalid = (...fields: string[]) => ({ status: 400, body: { error: "invalid-input", fields } });

describe("the media controller", () => {
  it.each<[string, Method, unknown, object, Asset[]?]>([
    ["uploads", "upload", PNG_UPLOAD, uploaded],
    ["takes a type in any case", "upload", { ...PNG_UPLOAD, type: "Image/PNG" }, uploaded],
    [
      "uploads what has no dimensions",
      "upload",
      { ...PDF, content: PNG_UPLOAD.content },
      { status: 201, body: { ...PDF_ASSET, id: "m9", uploadedAt: 1_000 } },
    ],
    [
      "tells the faults of a file",
      "upload",
      { ...PNG_UPLOAD, content: new Uint8Array() },
      { status: 422, body: { error: "bad-asset", faults: ["empty"] } },
    ],
    ["does not upload a text", "upload", { ...PNG_UPLOAD, content: "abc" }, invalid("content")],
    [
      "names the fields that are wrong",
      "upload",
      { name: "", dimensions: { width: 0, height: 1.5 } },
      invalid("name", "type", "content", "dimensions.width", "dimensions.height"),
    ],
    ["removes", "remove", { assetId: "m1" }, { status: 204 }, [PNG_ASSET]],
    ["does not remove what is unknown", "remove", { assetId: "m1" }, { status: 404, body: { error: "unknown-asset" } }],
    ["does not remove without an id", "remove", { assetId: "" }, invalid("assetId")],
  ])("%s", (_sentence, method, input, expected, assets) => check(method, input, expected, assets));
});
