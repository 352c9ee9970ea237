import { createTempRepo } from "@repo/core-testing";
import { chmodSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { createGit } from "./git.js";

/** More than a pipe holds at once, so that it comes in pieces. */
const LONG = "x\n".repeat(100_000);
const repo = createTempRepo({ "a.ts": LONG });
const git = createGit(repo.root);

afterEach(() => vi.unstubAllEnvs());
afterAll(() => repo.remove());

/** A program called git, in front of the real one. */
function stubGit(script: string): void {
  repo.write({ "bin/git": `#!/bin/sh\n${script}\n` });
  chmodSync(repo.path("bin/git"), 0o755);
  vi.stubEnv("PATH", `${repo.path("bin")}:${process.env["PATH"] ?? ""}`);
}

async function check(act: () => Promise<unknown>, message: string): Promise<void> {
  expect(await failureOf(act)).toMatchObject({ code: "GIT_FAILED", exitCode: 4, message });
}

describe("git that fails", () => {
  it("gives its own words and the command to run by hand", async () => {
    expect(await failureOf(() => git.run("rev-parse", "--verify", "none"))).toEqual({
      code: "GIT_FAILED",
      exitCode: 4,
      message: "git rev-parse: fatal: Needed a single revision",
      hint: "run by hand: git rev-parse --verify none",
    });
  });

  it("is named by its command, not by an option before it", () =>
    check(() => git.run("--literal-pathspecs", "rev-parse", "--verify", "none"), "git rev-parse: fatal: Needed a single revision"));

  it("for want of trust gives its own command to trust the repository", async () => {
    const said = "fatal: detected dubious ownership in repository at '/a b'\\nTo add an exception for this directory, call:\\n\\n";
    stubGit(`printf "${said}\tgit config --global --add safe.directory '/a b'\\n" >&2; exit 128`);
    expect(await failureOf(() => git.run("status"))).toEqual({
      code: "REPOSITORY_UNTRUSTED",
      exitCode: 4,
      message: "fatal: detected dubious ownership in repository at '/a b'",
      hint: "git config --global --add safe.directory '/a b'",
    });
  });

  it("gives undefined where it was only asked", async () => expect(await git.ask("rev-parse", "--verify", "none")).toBeUndefined());

  it("gives an error where it says nothing", () =>
    check(() => git.run("diff", "--quiet", "--no-index", "a.ts", "/dev/null"), "git diff: it ended with 1 and without a word"));

  it("gives an error where a signal ended it after half of its words", async () => {
    stubGit("echo 'half of it'; kill -9 $$");
    await check(() => git.run("diff"), "git diff: it ended with a signal and without a word");
    await check(() => git.stream(["diff"], () => undefined), "git diff: it ended with a signal and without a word");
  });
});

describe("a stream from git", () => {
  it("hands over every byte", async () => {
    const chunks: Uint8Array[] = [];
    await git.stream(["cat-file", "-p", "HEAD:a.ts"], (chunk) => chunks.push(chunk));
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).equals(Buffer.from(LONG))).toBe(true);
  });

  it("ends with the first error of its reader, who then hears no more", async () => {
    let heard = 0;
    const act = git.stream(["cat-file", "-p", "HEAD:a.ts"], () => {
      heard += 1;
      throw new RangeError("seen enough");
    });
    await expect(act).rejects.toThrow("seen enough");
    expect(heard).toBe(1);
  });

  it("ends with git's error where both fail", () => {
    stubGit("echo one; echo broken >&2; exit 3");
    return check(
      () =>
        git.stream(["log"], () => {
          throw new RangeError("seen enough");
        }),
      "git log: broken",
    );
  });
});
