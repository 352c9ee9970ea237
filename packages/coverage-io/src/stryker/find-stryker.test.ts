import { createTempRepo } from "@repo/core-testing";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { STRYKER_FROM } from "../__fixtures__/mutated-package.js";
import { findStryker } from "./find-stryker.js";

it("Stryker is found from the first folder that has it", async () => {
  using repo = createTempRepo();
  const { version, bin } = await findStryker([repo.root, STRYKER_FROM]);
  expect(version).toMatch(/^9\./);
  expect(existsSync(bin)).toBe(true);
});

it.each<[string, string | null, string, string]>([
  ["that is not there", null, "STRYKER_MISSING", "@stryker-mutator/core is not installed: it was looked for from ROOT, ROOT/other"],
  ["of another major", '{ "version": "10.1.0", "bin": { "stryker": "x.js" } }', "STRYKER_UNSUPPORTED", "FOLDER is 10.1.0"],
  ["that begins with the same digit", '{ "version": "90.0.0", "bin": { "stryker": "x.js" } }', "STRYKER_UNSUPPORTED", "FOLDER is 90.0.0"],
  ["without a version", "{}", "STRYKER_UNSUPPORTED", "FOLDER is without a version"],
  ["without a program", '{ "version": "9.6.1" }', "STRYKER_UNSUPPORTED", "FOLDER is 9.6.1"],
])("a Stryker %s is an error", async (_sentence, described, code, message) => {
  const folder = "node_modules/@stryker-mutator/core";
  using repo = createTempRepo(described === null ? {} : { [`${folder}/package.json`]: described });
  const text = message.replace("FOLDER", repo.path(folder)).replaceAll("ROOT", repo.root);
  expect(await failureOf(() => findStryker([repo.root, repo.path("other")]))).toEqual({
    code,
    exitCode: 4,
    message: expect.stringContaining(text) as string,
    hint: "pnpm add --save-dev @stryker-mutator/core@9",
  });
});
