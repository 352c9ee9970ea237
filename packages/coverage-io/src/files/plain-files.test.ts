import { mkdirSync, symlinkSync } from "node:fs";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { glob } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { findFiles } from "./find-files.js";
import { plainFiles } from "./plain-files.js";

const FILES = ["a.info", "b.info", "c.txt", ".d.info", "TEST-.xml", "TEST-a.xml", "node_modules/x.info", "in/e.info", "in.d/f", "a b/g"];

function repoWithLinks(): TempRepo {
  const repo = createTempRepo(Object.fromEntries(FILES.map((file) => [file, ""])));
  mkdirSync(repo.path("folder.info"));
  for (const [link, target] of Object.entries({ "link.info": "a.info", "to-folder.info": "in", "dead.info": "nowhere" }))
    symlinkSync(target, repo.path(link));
  return repo;
}

it("a plain glob finds what the library for globs finds", async () => {
  using repo = repoWithLinks();
  for (const pattern of [
    "*.info",
    "in/*.info",
    "in/*",
    "*",
    "TEST-*.xml",
    "a.info*",
    "in.d/*",
    "gone/*.info",
    "c.*",
    "a.i*nfo",
    "a.in*info",
  ]) {
    const found = (await glob(pattern, { cwd: repo.root, expandDirectories: false, ignore: ["**/node_modules/**"] })).sort();
    expect([pattern, plainFiles(pattern, repo.root)?.sort()]).toEqual([pattern, found]);
    expect(await findFiles(pattern, repo.root)).toEqual(found);
  }
  expect(plainFiles(repo.path("in/*"), "/")).toEqual([repo.path("in/e.info")]);
});

describe("more than a plain glob is left to the library", () => {
  it.each([
    "**",
    "in/**/*.info",
    "*/*.info",
    "*.{info,txt}",
    "[ab].info",
    "a?.info",
    "./*.info",
    "../*.info",
    "a b/*",
    "node_modules/*.info",
  ])("%s", (pattern) => {
    expect(plainFiles(pattern, "/")).toBeUndefined();
  });
});
