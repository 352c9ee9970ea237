/** The snapshot workflow: its shape, and its shell with real git, a bare remote, and others who push at the same time. */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly if?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency: object;
  readonly jobs: Readonly<Record<string, { readonly if: string; readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

const ROOT = join(import.meta.dirname, "../../..");
const workflow = parse(readFileSync(join(ROOT, ".github/workflows/coverage-snapshot.yml"), "utf8")) as Workflow;
const jobs = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);

function scriptOf(name: string): string {
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`no step is called ${name}`);
  return script;
}

describe("the snapshot workflow", () => {
  it("runs on main and on demand, and never of a pull request", () => {
    expect(workflow.on).toEqual({ push: { branches: ["main"] }, workflow_dispatch: null });
    expect(jobs.map((job) => job.if)).toEqual(["${{ github.ref == 'refs/heads/main' && github.event_name != 'pull_request' }}"]);
  });

  it("may write contents, and nothing else", () => {
    expect([workflow.permissions, ...jobs.map((job) => job.permissions)]).toEqual([{ contents: "write" }, undefined]);
  });

  it("pins every action by its commit, has the whole history, and leaves no token in the clone", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((each) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(each))).toEqual([]);
    expect(steps[0]?.with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
  });

  it("is one at a time, and none is cut off while it pushes", () => {
    expect(workflow.concurrency).toEqual({ group: "${{ github.workflow }}", "cancel-in-progress": false });
  });

  it("commits what .gitignore lets be committed", () => {
    const isIgnored = (path: string) => spawnSync("git", ["check-ignore", "--quiet", "--no-index", path], { cwd: ROOT }).status === 0;
    const paths = ["coverage/summary.json", "coverage/badges/lines.svg", "coverage/lcov.info", "packages/auth/coverage/badges/lines.svg"];
    expect(paths.map(isIgnored)).toEqual([false, false, true, true]);
  });
});

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** As a runner does: bash, which ends at the first command that fails. */
function bash(repo: TempRepo, name: string, env: Readonly<Record<string, string>> = {}): Ended {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("GIT_")));
  const names = { GIT_AUTHOR_NAME: "bot", GIT_AUTHOR_EMAIL: "b@x", GIT_COMMITTER_NAME: "bot", GIT_COMMITTER_EMAIL: "b@x" };
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", scriptOf(name)], {
    cwd: repo.root,
    env: {
      ...clean,
      ...names,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GITHUB_REF_NAME: "main",
      GH_TOKEN: "t",
      ...env,
    },
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

const SUMMARY = "coverage/summary.json";
const BADGE = "coverage/badges/lines.svg";

/** A runner's clone with a remote, and somebody else's clone of the same. */
interface Runner extends Disposable {
  readonly repo: TempRepo;
  /** Commits on the remote's main, of somebody else. */
  push(files: Readonly<Record<string, string>>): void;
  /** Somebody pushes a file more during each of the runner's first `count` pushes. */
  pushDuring(count: number): void;
  /** The remote's main: subjects, newest first. */
  log(): string[];
  remoteText(file: string): string;
}

function createRunner(): Runner {
  const repo = createTempRepo({ [SUMMARY]: "1\n", [BADGE]: "<svg/>\n", "src/a.ts": "" });
  const place = createTempRepo();
  const [bare, other] = [place.path("bare.git"), place.path("other")];
  repo.git("clone", "--quiet", "--bare", ".", bare);
  repo.git("remote", "add", "origin", bare);
  place.git("clone", "--quiet", bare, other);
  const inOther = (...args: string[]) => place.git("-C", other, ...args);
  return {
    repo,
    push(files) {
      place.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`other/${file}`, text])));
      inOther("add", "--all");
      inOther("commit", "--quiet", "--message", "of somebody else");
      inOther("push", "--quiet", "origin", "HEAD:main");
    },
    pushDuring(count) {
      const hook = `#!/bin/sh
unset $(env | grep -o '^GIT_DIR\\|^GIT_INDEX_FILE\\|^GIT_PREFIX')
n=$(cat "${place.path("count")}" 2>/dev/null || echo 0)
if [ "$n" -lt ${count} ]; then
  echo $((n + 1)) > "${place.path("count")}"
  cd "${other}" && git pull --quiet --rebase origin main && echo "$n" > "file-$n" && git add --all
  git commit --quiet --message "race $n" && git push --quiet origin HEAD:main
fi
`;
      mkdirSync(repo.path(".git/hooks"), { recursive: true });
      repo.write({ ".git/hooks/pre-push": hook });
      chmodSync(repo.path(".git/hooks/pre-push"), 0o755);
    },
    log: () => place.git("-C", bare, "log", "--format=%s", "main").split("\n"),
    remoteText: (file) => place.git("-C", bare, "show", `main:${file}`),
    [Symbol.dispose]() {
      repo.remove();
      place.remove();
    },
  };
}

const STEP = "Commit the snapshot";

describe("the snapshot", () => {
  it("is not committed where no number changed", () => {
    using runner = createRunner();
    runner.repo.write({ "coverage/new/lcov.info": "", "src/b.ts": "" });
    expect(bash(runner.repo, STEP)).toEqual({ status: 0, output: "no number changed\n" });
    expect(runner.log()).toEqual(["first"]);
  });

  it.each([SUMMARY, BADGE, "coverage/badges/new.svg"])("is committed where %s changed, and nothing else is", (file) => {
    using runner = createRunner();
    const measured = runner.repo.git("rev-parse", "--short", "HEAD");
    runner.repo.write({ [file]: "2\n", "src/a.ts": "edited();\n" });
    expect(bash(runner.repo, STEP).status).toBe(0);
    expect(runner.log()).toEqual([`Record the coverage of ${measured} [skip ci]`, "first"]);
    expect([runner.remoteText(file), runner.remoteText("src/a.ts")]).toEqual(["2", ""]);
  });

  it("goes on top of what somebody pushed meanwhile", () => {
    using runner = createRunner();
    runner.push({ "src/b.ts": "b();\n" });
    runner.repo.write({ [SUMMARY]: "2\n" });
    expect(bash(runner.repo, STEP).status).toBe(0);
    expect(runner.log().slice(1)).toEqual(["of somebody else", "first"]);
    expect([runner.remoteText(SUMMARY), runner.remoteText("src/b.ts")]).toEqual(["2", "b();"]);
  });

  it("tries again where somebody pushes during each of four pushes", () => {
    using runner = createRunner();
    runner.pushDuring(4);
    runner.repo.write({ [SUMMARY]: "2\n" });
    expect(bash(runner.repo, STEP).status).toBe(0);
    expect(runner.log()).toEqual([expect.stringContaining("Record the coverage"), "race 3", "race 2", "race 1", "race 0", "first"]);
  });

  it("gives up, and says so, where somebody always does", () => {
    using runner = createRunner();
    runner.pushDuring(99);
    runner.repo.write({ [SUMMARY]: "2\n" });
    const { status, output } = bash(runner.repo, STEP);
    expect([status, output.trim().split("\n").at(-1)]).toEqual([1, "main moved during each of 5 pushes"]);
    expect(runner.log()).toHaveLength(6);
  });

  it("leaves a later one that was recorded meanwhile", () => {
    using runner = createRunner();
    runner.push({ [SUMMARY]: "3\n" });
    runner.repo.write({ [SUMMARY]: "2\n" });
    const { status, output } = bash(runner.repo, STEP);
    expect([status, output]).toEqual([0, expect.stringContaining("another snapshot was recorded meanwhile\n")]);
    expect([runner.log(), runner.remoteText(SUMMARY)]).toEqual([["of somebody else", "first"], "3"]);
  });

  it("fails where the rebase fails for another reason", () => {
    using runner = createRunner();
    runner.push({ "src/a.ts": "b();\n" });
    runner.repo.write({ [SUMMARY]: "2\n", "src/a.ts": "edited();\n" });
    expect(bash(runner.repo, STEP).status).not.toBe(0);
    expect(runner.log()).toEqual(["of somebody else", "first"]);
  });
});

describe("the aggregate of the snapshot", () => {
  it.each<[string, number, number, string]>([
    ["passes", 0, 0, "code=0\n"],
    ["is recorded where a band is missed", 1, 0, "code=1\n"],
    ["ends the run where reports cannot be trusted", 3, 3, "code=3\n"],
    ["ends the run where bandline is wrong", 70, 70, "code=70\n"],
  ])("%s", (_sentence, exitCode, status, output) => {
    const door = `import { writeFileSync } from "node:fs";
if (process.argv[2] !== "--strict" || process.argv.length !== 3) throw new Error("asked for something else");
process.exitCode = ${exitCode};
`;
    using repo = createTempRepo({ "scripts/coverage/aggregate.mjs": door });
    expect(bash(repo, "Aggregate", { GITHUB_OUTPUT: "output" }).status).toBe(status);
    expect(readFileSync(repo.path("output"), "utf8")).toBe(output);
  });

  it("turns the run red in the end where tests or bands failed", () => {
    expect(steps.at(-1)).toMatchObject({
      if: "${{ steps.test.outcome == 'failure' || steps.aggregate.outputs.code == '1' }}",
      run: "exit 1",
    });
  });
});
