import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openRepository } from "./open-repository.js";
import { resolveBase, type BaseOptions } from "./resolve-base.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

/** For rows that only read. */
const shared = branched();
repos.length = 0;
afterAll(() => shared.remove());

/** main has two commits; the branch work, checked out, has one more. */
function branched(): TempRepo {
  const repo = createTempRepo({ "a.ts": "1" });
  repos.push(repo);
  repo.commit({ "a.ts": "2" }, "second");
  repo.git("checkout", "--quiet", "-b", "work");
  repo.commit({ "b.ts": "1" }, "work");
  return repo;
}

/** The base as `ref chosenBy subject of the merge base`. */
async function check(repo: TempRepo, options: Partial<BaseOptions>, expected: string): Promise<void> {
  const base = await resolveBase(await openRepository(repo.root), { env: {}, ...options });
  expect(`${base.ref} ${base.chosenBy} ${repo.git("log", "-1", "--format=%s", base.mergeBase)}`).toBe(expected);
}

async function refuses(repo: TempRepo, options: Partial<BaseOptions>, code: string, hint: string): Promise<void> {
  const failure: unknown = expect.objectContaining({ code, exitCode: 4, hint: expect.stringContaining(hint) as unknown });
  await expect(resolveBase(await openRepository(repo.root), { env: {}, ...options })).rejects.toThrow(failure);
}

function pullRequest(): TempRepo {
  const repo = branched();
  repo.git("checkout", "--quiet", "main");
  repo.commit({ "c.ts": "1" }, "third");
  repo.git("checkout", "--quiet", "--detach");
  repo.git("merge", "--quiet", "--no-ff", "--message", "merge", "work");
  return repo;
}

describe("the base is", () => {
  it.each<[string, Partial<BaseOptions>, string]>([
    [
      "the flag's, before everything else",
      { flag: "HEAD^", env: { GITHUB_BASE_REF: "main" }, manifest: () => Promise.resolve("main") },
      "HEAD^ flag second",
    ],
    [
      "GitHub's, before the manifest's",
      { env: { GITHUB_BASE_REF: "main" }, manifest: () => Promise.resolve("HEAD^") },
      "main env:GITHUB_BASE_REF second",
    ],
    [
      "Azure's, without refs/heads/",
      { env: { SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main" } },
      "main env:SYSTEM_PULLREQUEST_TARGETBRANCH second",
    ],
    [
      "the manifest's, where CI says nothing",
      { env: { GITHUB_BASE_REF: "" }, manifest: () => Promise.resolve("main~1") },
      "main~1 manifest first",
    ],
    ["main, where nobody says anything", {}, "main default second"],
  ])("%s", async (_sentence, options, expected) => {
    await check(shared, options, expected);
  });

  it.each([
    "GITHUB_BASE_REF",
    "CI_MERGE_REQUEST_DIFF_BASE_SHA",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
    "BITBUCKET_PR_DESTINATION_BRANCH",
    "SYSTEM_PULLREQUEST_TARGETBRANCH",
    "CHANGE_TARGET",
    "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
  ])("CI's, by %s", async (variable) => {
    await check(shared, { env: { [variable]: "main" }, manifest: () => Promise.resolve("HEAD^") }, `main env:${variable} second`);
  });

  it("GitLab's, which is a commit", async () => {
    const repo = branched();
    const sha = repo.git("rev-parse", "main~1");
    await check(repo, { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: sha } }, `${sha} env:CI_MERGE_REQUEST_DIFF_BASE_SHA first`);
  });

  it("a ref of the remote's name before the local branch, and needs no remote for it", async () => {
    const repo = branched();
    repo.git("update-ref", "refs/remotes/origin/main", "main~1");
    await check(repo, {}, "origin/main default first");
    await check(repo, { env: { GITHUB_BASE_REF: "main" } }, "origin/main env:GITHUB_BASE_REF first");
    repo.git("update-ref", "refs/remotes/origin/trunk", "main");
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    await check(repo, {}, "origin/HEAD default second");
  });

  it("master, where there is no main", async () => {
    const repo = branched();
    repo.git("branch", "--move", "main", "master");
    await check(repo, {}, "master default second");
  });

  it("the first parent on CI's merge of a pull request, but not of any merge", async () => {
    const repo = pullRequest();
    await check(repo, { env: { GITHUB_REF: "refs/pull/7/merge", GITHUB_BASE_REF: "main" } }, "HEAD^1 pull-request-merge third");
    await check(repo, { env: { GITHUB_REF: "refs/heads/main" }, manifest: () => Promise.resolve("main~1") }, "main~1 manifest second");
    await check(repo, { flag: "main~1", env: { GITHUB_REF: "refs/pull/7/merge" } }, "main~1 flag second");
  });

  it("not the first parent where a pull request's ref is no merge", async () => {
    await check(branched(), { env: { GITHUB_REF: "refs/pull/7/merge" } }, "main default second");
  });
});

describe("on the base branch itself", () => {
  it("the last commit is judged", async () => {
    const repo = branched();
    repo.git("checkout", "--quiet", "main");
    await check(repo, {}, "HEAD^ last-commit first");
  });

  it("edits are judged where there are any, and a flag is taken at its word", async () => {
    const repo = branched();
    await check(repo, { flag: "HEAD" }, "HEAD flag work");
    repo.git("checkout", "--quiet", "main");
    repo.write({ "a.ts": "3" });
    await check(repo, {}, "main default second");
  });

  it("the first commit of all is judged on everything it holds", async () => {
    const repo = createTempRepo({ "a.ts": "1" });
    repos.push(repo);
    const base = await resolveBase(await openRepository(repo.root), { env: {} });
    expect([base.ref, base.chosenBy, repo.git("diff", "--name-only", base.mergeBase)]).toEqual(["(nothing)", "first-commit", "a.ts"]);
  });
});

describe("no base", () => {
  it.each<[string, Partial<BaseOptions>, string]>([
    ["by an unknown flag", { flag: "nowhere" }, "--base REF"],
    ["by a flag that would be an option of git", { flag: "--output=/tmp/x" }, "--base REF"],
    ["by a flag that names no commit", { flag: "HEAD^{tree}" }, "--base REF"],
    ["by an empty flag", { flag: "" }, "--base REF"],
    ["by an unknown branch of the remote", { flag: "origin/next" }, "git fetch origin next:refs/remotes/origin/next"],
    ["by CI's word", { env: { GITHUB_BASE_REF: "next" } }, "git fetch origin next:refs/remotes/origin/next"],
    ["by an unknown commit of CI's", { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: "0000000" } }, "--base REF"],
  ])("%s", async (_sentence, options, hint) => {
    await refuses(shared, options, "BASE_NOT_FOUND", hint);
  });

  it("where no usual branch is there", async () => {
    const repo = branched();
    repo.git("branch", "--quiet", "-D", "main");
    await refuses(repo, {}, "BASE_NOT_FOUND", "--base REF");
  });

  it("where the histories have nothing in common", async () => {
    const repo = branched();
    repo.git("checkout", "--quiet", "--orphan", "other");
    repo.commit({ "d.ts": "1" });
    await refuses(repo, {}, "NO_MERGE_BASE", "--base REF");
  });

  it("in a shallow clone, which says how to mend it", async () => {
    const repo = branched();
    const clone = createTempRepo();
    repos.push(clone);
    clone.git("fetch", "--quiet", "--depth", "1", `file://${repo.root}`, "work:work", "main:refs/remotes/origin/main");
    clone.git("checkout", "--quiet", "work");
    await refuses(clone, {}, "SHALLOW_CLONE", "git fetch --unshallow");
    clone.git("checkout", "--quiet", "--detach", "origin/main");
    await refuses(clone, {}, "SHALLOW_CLONE", "git fetch --unshallow");
  });

  it("in a clone that holds nothing but the pull request's merge, as CI makes it", async () => {
    const repo = pullRequest();
    const clone = createTempRepo();
    repos.push(clone);
    clone.git("fetch", "--quiet", "--depth", "1", `file://${repo.root}`, "HEAD");
    clone.git("checkout", "--quiet", "FETCH_HEAD");
    const env = { GITHUB_REF: "refs/pull/7/merge", GITHUB_BASE_REF: "main" };
    await refuses(clone, { env }, "SHALLOW_CLONE", "fetch-depth: 0");
    await refuses(clone, { env, flag: "nowhere" }, "BASE_NOT_FOUND", "--base REF");
  });
});
