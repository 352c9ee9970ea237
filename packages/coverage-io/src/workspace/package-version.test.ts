import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { packageVersion } from "./package-version.js";

it.each<[sentence: string, text: string | null, version: string | undefined]>([
  ["is what its package.json says", '{"version":"4.1.12"}', "4.1.12"],
  ["is not known where it says none", "{}", undefined],
  ["is not known where it is no text", '{"version":4}', undefined],
  ["is not known where the package is not there", null, undefined],
  ["is not known where package.json is no JSON", "no", undefined],
])("a package's version %s", async (_, text, version) => {
  using repo = createTempRepo({ "a/package.json": "{}", "node_modules/dep/package.json": text });
  expect(await packageVersion("dep", repo.path("a"))).toBe(version);
});
