import { createTempRepo } from "@repo/core-testing";
import { afterAll, describe, expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { askRarely } from "./rare-questions.js";

const repo = createTempRepo({ "a.ts": "1\n" });
afterAll(() => repo.remove());

it("an answer comes without the newline at its end", async () => {
  expect(await askRarely(repo.root, "rev-parse", "--is-shallow-repository")).toBe("false");
});

describe("a question that git does not answer is an error", () => {
  it.each<[string, string[], string]>([
    ["with its words", ["rev-parse", "--verify", "none"], "git rev-parse: fatal: Needed a single revision"],
    ["also where it says nothing", ["diff", "--quiet", "--no-index", "a.ts", "/dev/null"], "git diff: it ended with 1 and without a word"],
  ])("%s", async (_sentence, args, message) => {
    expect(await failureOf(() => askRarely(repo.root, ...args))).toMatchObject({ code: "GIT_FAILED", exitCode: 4, message });
  });
});
