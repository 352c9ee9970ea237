import { expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { needsBaseText } from "./needs-base-text.js";

it.each<[string, boolean, string, string | null, ChangedFile["kind"], string | undefined]>([
  ["a source is not compared", false, "src/a.ts", "src/a.ts", "text", "a();"],
  ["nor is one that was renamed", false, "src/b.ts", "src/a.ts", "text", "a();"],
  ["nor is what is new", false, "src/a.test.ts", null, "text", "it();"],
  ["a source with a hint is", true, "src/a.ts", "src/a.ts", "text", "/* v8 ignore next */"],
  ["a test is", true, "src/a.test.ts", "src/a.test.ts", "text", "it();"],
  ["what was a test is", true, "src/a.ts", "src/a.test.ts", "text", "it();"],
  ["a manifest is", true, "src/feature.manifest.ts", "src/feature.manifest.ts", "text", "x"],
  ["a runner's configuration is", true, "vitest.config.ts", "vitest.config.ts", "text", "x"],
  ["what is no source is", true, "package.json", "package.json", "text", "{}"],
  ["what is gone is", true, "src/a.ts", "src/a.ts", "deleted", undefined],
  ["what cannot be read is", true, "src/a.ts", "src/a.ts", "text", undefined],
])("%s", (_sentence, expected, file, oldFile, kind, text) => {
  expect(needsBaseText({ file: asRepoPath(file), oldFile: oldFile === null ? null : asRepoPath(oldFile), kind }, text)).toBe(expected);
});
