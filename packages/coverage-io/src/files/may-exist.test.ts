import { rmSync, symlinkSync } from "node:fs";
import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { createMayExist } from "./may-exist.js";

it.each<[string, string, boolean]>([
  ["a file that is there may exist", "in/a.ts", true],
  ["a folder may exist", "in", true],
  ["a file that is not there does not", "in/b.ts", false],
  ["a file in a folder that is not there does not", "gone/a.ts", false],
  ["a file in a file does not", "in/a.ts/b.ts", false],
  ["a file in a folder that cannot be listed may exist", "loop/a.ts", true],
])("%s", (_sentence, path, expected) => {
  using repo = createTempRepo({ "in/a.ts": "" });
  symlinkSync("loop", repo.path("loop"));
  expect(createMayExist()(repo.path(path))).toBe(expected);
});

it("a folder is listed once", () => {
  using repo = createTempRepo({ "in/a.ts": "" });
  const mayExist = createMayExist();
  expect(mayExist(repo.path("in/a.ts"))).toBe(true);
  rmSync(repo.path("in"), { recursive: true });
  expect(mayExist(repo.path("in/a.ts"))).toBe(true);
});
