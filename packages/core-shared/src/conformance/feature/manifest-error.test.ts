import { describe, expect, it } from "vitest";
import { ManifestError, type ManifestProblem } from "./manifest-error.js";

const branches: ManifestProblem = { field: "coverage.bands.entities.branches", received: "120", allowed: "a number from 0 to 100" };
const whole: ManifestProblem = { field: "", received: "null", allowed: "an object" };

function check(problems: readonly ManifestProblem[], message: string, hint: string): void {
  const error = new ManifestError("a/feature.manifest.ts", problems);
  expect(error).toMatchObject({ message, hint, problems, file: "a/feature.manifest.ts" });
}

describe("a manifest's error", () => {
  it.each<[string, ManifestProblem[], string, string]>([
    [
      "names the file, the field, what stands there and what may",
      [branches],
      "a/feature.manifest.ts: coverage.bands.entities.branches is 120; allowed: a number from 0 to 100",
      "correct coverage.bands.entities.branches in a/feature.manifest.ts and run the command again",
    ],
    [
      "calls the whole of it the manifest",
      [whole],
      "a/feature.manifest.ts: the manifest is null; allowed: an object",
      "correct the manifest in a/feature.manifest.ts and run the command again",
    ],
    [
      "has a line for each problem",
      [branches, { ...branches, field: "name" }],
      "a/feature.manifest.ts: coverage.bands.entities.branches is 120; allowed: a number from 0 to 100\n" +
        "a/feature.manifest.ts: name is 120; allowed: a number from 0 to 100",
      "correct coverage.bands.entities.branches, name in a/feature.manifest.ts and run the command again",
    ],
    [
      "asks once to correct a field with two problems",
      [branches, branches],
      "a/feature.manifest.ts: coverage.bands.entities.branches is 120; allowed: a number from 0 to 100\n" +
        "a/feature.manifest.ts: coverage.bands.entities.branches is 120; allowed: a number from 0 to 100",
      "correct coverage.bands.entities.branches in a/feature.manifest.ts and run the command again",
    ],
  ])("%s", (_sentence, problems, message, hint) => check(problems, message, hint));

  it("has a name, a code and an exit code", () => {
    const error = new ManifestError("a", [whole]);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "ManifestError", code: "MANIFEST_INVALID", exitCode: 2 });
  });
});
