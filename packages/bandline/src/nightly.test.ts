/** The nightly workflow: its shape, and its shell with programs that stand for `gh` and for `mutate`. */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { captured } from "./__fixtures__/run.js";
import { runMutate } from "./mutate.js";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[]; readonly workflow_dispatch: { readonly inputs: object } };
  readonly permissions: object;
  readonly jobs: Readonly<Record<"shard" | "merge", { readonly permissions?: object; readonly steps: readonly Step[] }>> & {
    readonly shard: { readonly strategy: { readonly matrix: { readonly shard: readonly string[] } } };
  };
}

const FILE = join(import.meta.dirname, "../../../.github/workflows/mutation-nightly.yml");
const workflow = parse(readFileSync(FILE, "utf8")) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

function scriptOf(name: string): string {
  const script = steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`no step is called ${name}`);
  return script;
}

describe("the nightly workflow", () => {
  it("runs at 02:30 UTC, and on demand for a filter", () => {
    expect(workflow.on.schedule).toEqual([{ cron: "30 2 * * *" }]);
    expect(Object.keys(workflow.on.workflow_dispatch.inputs)).toEqual(["filter"]);
  });

  it("pins every action by its commit", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((each) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  it("may write nothing but the scores and the issue, and only where both are made", () => {
    expect([workflow.permissions, workflow.jobs.shard.permissions]).toEqual([{ contents: "read" }, undefined]);
    expect(workflow.jobs.merge.permissions).toEqual({ contents: "write", issues: "write" });
  });

  it("runs each shard of as many as there are, by words that mutate takes", async () => {
    const { shard } = workflow.jobs.shard.strategy.matrix;
    expect(shard).toEqual(shard.map((_, at) => `${at + 1}/${shard.length}`));
    using repo = createTempRepo({ "package.json": '{ "name": "empty" }' });
    for (const each of shard) {
      const { io, ran } = captured({ cwd: repo.root, env: process.env });
      const more = { signal: new AbortController().signal, now: () => 0 };
      expect(ran(await runMutate(["--shard", each, "--exit-zero"], { ...io, ...more })).exitCode).toBe(0);
    }
  });

  it("commits scores of the whole alone, and of a run without a fault", () => {
    const condition = steps.find(({ name }) => name === "Commit the scores")?.if;
    expect(condition).toMatch(/outputs\.code == '0'.*inputs\.filter == ''.*ref_name == github\.event\.repository\.default_branch/);
    expect(scriptOf("Commit the scores")).toMatch(/^git add coverage\/mutation\.json$/m);
  });
});

/** A program that keeps what it was asked for. */
function program(repo: TempRepo, path: string, text: string): void {
  repo.write({ [path]: text });
  chmodSync(repo.path(path), 0o755);
}

/** As a runner does: bash, which ends at the first command that fails. */
function bash(repo: TempRepo, name: string, env: Readonly<Record<string, string>>): void {
  repo.write({ "step.sh": scriptOf(name) });
  const PATH = `${repo.path("bin")}:${process.env["PATH"] ?? ""}`;
  execFileSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "step.sh"], {
    cwd: repo.root,
    env: { PATH, ...env },
    stdio: "pipe",
  });
}

const said = (repo: TempRepo) => (existsSync(repo.path("said")) ? readFileSync(repo.path("said"), "utf8").trimEnd().split("\n") : []);

interface Night {
  /** The number of the issue that is open; "" for none. */
  readonly open: string;
  readonly code: string;
  readonly drifts: readonly object[];
}

/** @returns what `gh` was asked for, after the list; and the issue's text. */
function issueAfter({ open, code, drifts }: Night): { readonly asked: string[]; readonly text: string | null } {
  using repo = createTempRepo({ "reports/mutation.json": JSON.stringify({ drifts }), "reports/mutation.txt": "the table\n" });
  program(repo, "bin/gh", `#!/bin/sh\necho "$*" >> said\nif [ "$2" = list ]; then echo "${open}"; fi\n`);
  bash(repo, "Open, update or close the tracking issue", { CODE: code, RUN: "https://run", GH_TOKEN: "t" });
  const [list, ...asked] = said(repo);
  expect(list).toMatch(/^issue list --label mutation-testing --state open /);
  return { asked, text: existsSync(repo.path("reports/issue.md")) ? readFileSync(repo.path("reports/issue.md"), "utf8") : null };
}

const FELL = [{ kind: "score-dropped" }];
const CREATE = "issue create --title The mutation score fell --label mutation-testing --body-file reports/issue.md";

describe("the tracking issue", () => {
  it.each<[string, Night, RegExp[]]>([
    [
      "is opened on a drift, with its label",
      { open: "", code: "1", drifts: FELL },
      [/^label create mutation-testing .*--force$/, new RegExp(`^${CREATE}$`)],
    ],
    ["is updated where one is open", { open: "7", code: "1", drifts: FELL }, [/^issue edit 7 --body-file reports\/issue\.md$/]],
    ["is closed on recovery", { open: "7", code: "0", drifts: [] }, [/^issue close 7 --comment Recovered: https:\/\/run$/]],
    ["stays open where a score is still too low", { open: "7", code: "1", drifts: [] }, []],
    ["stays open where a run failed", { open: "7", code: "3", drifts: [] }, []],
    ["is not opened where all is well", { open: "", code: "0", drifts: [] }, []],
  ])("%s", (_, night, expected) => {
    const { asked, text } = issueAfter(night);
    expect(asked).toEqual(expected.map((each) => expect.stringMatching(each) as string));
    expect(text).toBe(night.drifts.length === 0 ? null : "Tests notice less than before: https://run\n\n```\nthe table\n```\n");
  });
});

const MUTATE = `import { appendFileSync, writeFileSync } from "node:fs";
const args = process.argv.slice(2);
appendFileSync("said", args.join(" ") + "\\n");
writeFileSync("reports/mutation.txt", "the table\\n");
const isRefused = args.includes("--drift") && process.env.REFUSED === "1";
console.log(JSON.stringify({ errors: isRefused ? [{ code: "FINGERPRINT_DIFFERS" }] : [] }));
process.exitCode = isRefused ? 3 : Number(process.env.ENDS ?? 0);
`;

/** @returns what `mutate` was asked for, and what the step hands on. */
function mergedWith(env: Readonly<Record<string, string>>, isFirst = false): { readonly asked: string[]; readonly output: string } {
  using repo = createTempRepo({ "coverage/mutation.json": isFirst ? null : "{}", "scripts/mutate/mutate.mjs": MUTATE });
  repo.write({ "reports/mutation-shard-1.json": "{}", "reports/mutation-shard-2.json": "{}" });
  bash(repo, "Merge, and compare with the committed scores", { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary", ...env });
  expect(readFileSync(repo.path("summary"), "utf8")).toBe("the table\n");
  return { asked: said(repo), output: readFileSync(repo.path("output"), "utf8") };
}

const MERGE = "merge reports/mutation-shard-1.json reports/mutation-shard-2.json";
const HUMAN = "--format human=reports/mutation.txt";

describe("the merge of the night", () => {
  it.each<[string, Readonly<Record<string, string>>, boolean, string[], string]>([
    ["compares with the committed scores", {}, false, [`${MERGE} --drift 5 ${HUMAN}`], "code=0\n"],
    ["compares with nothing on the first night", {}, true, [`${MERGE} ${HUMAN}`], "code=0\n"],
    ["hands on that it failed", { ENDS: "1" }, false, [`${MERGE} --drift 5 ${HUMAN}`], "code=1\n"],
    [
      "begins anew where other versions made those scores",
      { REFUSED: "1" },
      false,
      [`${MERGE} --drift 5 ${HUMAN}`, `${MERGE} ${HUMAN}`],
      "code=0\n",
    ],
  ])("%s", (_, env, isFirst, asked, output) => expect(mergedWith(env, isFirst)).toEqual({ asked, output }));
});

it.each<[string, string, number]>([
  ["green where all went well", "0", 0],
  ["red where scores fell", "1", 1],
  ["red where a shard is missing", "3", 3],
  ["red where nothing was merged", "", 1],
])("the night is %s", (_, code, expected) => {
  using repo = createTempRepo({});
  const { status } = spawnSync("bash", ["-e", "-c", scriptOf("Fail where the merge did")], { cwd: repo.root, env: { CODE: code } });
  expect(status).toBe(expected);
});
