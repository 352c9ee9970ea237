import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedSchemas } from "./contract.js";

it("the published JSON Schema files are those of the contract (pnpm schemas writes them)", () => {
  const folder = join(import.meta.dirname, "../schemas");
  expect(Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]))).toEqual(
    publishedSchemas(),
  );
});
