import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { writeAllAtomically } from "./write-files.js";

it("several files are replaced", async () => {
  using repo = createTempRepo();
  repo.write({ a: "1", b: "2" });
  await writeAllAtomically(["a", "b"].map((name) => ({ path: repo.path(name), before: "", text: `new ${name}` })));
  expect(["a", "b"].map((name) => readFileSync(repo.path(name), "utf8"))).toEqual(["new a", "new b"]);
});

it("no file is replaced where one cannot be", async () => {
  using repo = createTempRepo();
  repo.write({ a: "1" });
  // A folder in a file's place: its part can be written beside it, and cannot take its place.
  mkdirSync(repo.path("b"));
  const files = ["a", "b"].map((name) => ({ path: repo.path(name), before: name === "a" ? "1" : "", text: "new" }));
  expect(await failureOf(() => writeAllAtomically(files))).toMatchObject({ code: "FILE_UNWRITABLE", exitCode: 4 });
  expect(readFileSync(repo.path("a"), "utf8")).toBe("1");
  expect(readdirSync(repo.root).sort()).toEqual([".git", "a", "b"]);
});
