import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTempRepo, type TempRepo } from "./temp-repo.js";

afterEach(() => vi.unstubAllEnvs());

type Step = (repo: TempRepo) => unknown;

function check(act: Step, expected: unknown, files?: Parameters<typeof createTempRepo>[0]): void {
  using repo = createTempRepo(files);
  expect(act(repo)).toEqual(expected);
}

const one = { "src/a.ts": "a\n" };

describe("a temporary repository", () => {
  it.each<[string, Step, unknown, Parameters<typeof createTempRepo>[0]?]>([
    ["is on branch main", (repo) => repo.git("symbolic-ref", "--short", "HEAD"), "main"],
    ["has no commit without files", (repo) => repo.git("rev-list", "--all"), ""],
    ["has one commit with files", (repo) => repo.git("log", "--format=%s"), "first", one],
    ["has one commit with no files at all", (repo) => repo.git("log", "--format=%s"), "first", {}],
    ["holds the files of its commit", (repo) => repo.git("show", "HEAD:src/a.ts"), "a", one],
    ["is clean then", (repo) => repo.git("status", "--porcelain"), "", one],
    ["keeps bytes that are no text", (repo) => [...readFileSync(repo.path("a.bin"))], [0, 255], { "a.bin": Uint8Array.from([0, 255]) }],
    ["gives its paths", (repo) => repo.path("src", "a.ts"), expect.stringMatching(/bandline-repo-\w+\/src\/a\.ts$/)],
  ])("%s", (_sentence, act, expected, files) => check(act, expected, files));

  it("has an author and a moment of its own, whoever runs it and when", () => {
    vi.stubEnv("GIT_AUTHOR_NAME", "Somebody");
    check((repo) => repo.git("log", "--format=%an <%ae> %at"), `Test <test@example.invalid> ${Date.UTC(2026, 0, 1) / 1_000}`, one);
  });

  it("gives the same commit the same id", () => {
    using first = createTempRepo(one);
    check((repo) => repo.git("rev-parse", "HEAD"), first.git("rev-parse", "HEAD"), one);
  });

  it("is left alone by the repository that a git hook runs in", () => {
    using other = createTempRepo(one);
    vi.stubEnv("GIT_DIR", other.path(".git"));
    vi.stubEnv("GIT_INDEX_FILE", other.path(".git/index"));
    check((repo) => repo.git("ls-files"), "b.ts", { "b.ts": "" });
    vi.unstubAllEnvs();
    expect(other.git("ls-files")).toBe("src/a.ts");
  });
});

/** @returns what `look` sees after `act`, as one step. */
function after(act: Step, look: Step): Step {
  return (repo) => {
    act(repo);
    return look(repo);
  };
}

const status: Step = (repo) => repo.git("status", "--porcelain");
const tracked: Step = (repo) => repo.git("ls-files");

describe("writing", () => {
  it.each<[string, Step, Step, unknown]>([
    ["does not stage", (repo) => repo.write({ "b.ts": "" }), status, "?? b.ts"],
    ["makes folders", (repo) => repo.write({ "c/d/e.ts": "e" }), (repo) => readFileSync(repo.path("c/d/e.ts"), "utf8"), "e"],
    ["deletes for null", (repo) => repo.write({ "src/a.ts": null }), (repo) => existsSync(repo.path("src/a.ts")), false],
    ["may delete what is not there", (repo) => repo.write({ "none.ts": null }), status, ""],
  ])("%s", (_sentence, act, look, expected) => check(after(act, look), expected, one));
});

describe("committing", () => {
  it("gives the commit's id", () => check((repo) => repo.commit({ "b.ts": "" }) === repo.git("rev-parse", "HEAD"), true, one));

  it.each<[string, Step, Step, unknown]>([
    ["takes deletions", (repo) => repo.commit({ "src/a.ts": null }), tracked, ""],
    ["takes a message", (repo) => repo.commit({}, "second"), (repo) => repo.git("log", "--format=%s"), "second\nfirst"],
    ["works without a change", (repo) => repo.commit(), (repo) => repo.git("rev-list", "--count", "HEAD"), "2"],
    ["takes what was written before", (repo) => repo.write({ "b.ts": "" }), after((repo) => repo.commit(), tracked), "b.ts\nsrc/a.ts"],
  ])("%s", (_sentence, act, look, expected) => check(after(act, look), expected, one));
});

describe("git", () => {
  it("loses only the last line's end of what it prints", () =>
    check((repo) => repo.git("cat-file", "-p", "HEAD:a.ts"), "a \n", { "a.ts": "a \n\n" }));

  it("throws with what git says", () => {
    using repo = createTempRepo();
    expect(() => repo.git("rev-parse", "--verify", "nothing")).toThrow(/Command failed: git rev-parse[^]*fatal: Needed a single revision/);
  });
});

describe("removing", () => {
  it("takes the whole folder, and a second time is no error", () => {
    const repo = createTempRepo(one);
    repo.remove();
    expect(existsSync(repo.root)).toBe(false);
    expect(() => repo.remove()).not.toThrow();
  });

  it("happens at the end of a using block", () => {
    let root = "";
    {
      using repo = createTempRepo(one);
      root = repo.root;
      expect(existsSync(root)).toBe(true);
    }
    expect(existsSync(root)).toBe(false);
  });
});
