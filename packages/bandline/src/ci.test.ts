/** The CI workflow: where the verdict is told, by whom, and its shell with a program that stands for `gh`. */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PRICE, GROWN, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { run } from "./__fixtures__/run.js";
import { runDiff } from "./index.js";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: object;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<"validate" | "comment", Job>>;
}

const FILE = join(import.meta.dirname, "../../../.github/workflows/ci.yml");
const workflow = parse(readFileSync(FILE, "utf8")) as Workflow;
const { validate, comment } = workflow.jobs;
const steps = [...validate.steps, ...comment.steps];

function stepOf(name: string): Step & { readonly run: string } {
  const step = steps.find((each) => each.name === name);
  if (step?.run === undefined) throw new Error(`no step is called ${name}`);
  return { ...step, run: step.run };
}

describe("the CI workflow", () => {
  it("pins every action by its commit", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((each) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  it("lets no job write that runs the code of a pull request", () => {
    expect([workflow.permissions, validate.permissions]).toEqual([{ contents: "read" }, undefined]);
    expect(comment.permissions).toEqual({ "pull-requests": "write", "security-events": "write" });
    expect(comment.steps.filter(({ uses = "", run = "" }) => /checkout|PNPM|npx|scripts\//.test(uses + run))).toEqual([]);
  });

  it("comments also where the gate failed, and never with a fork's token", () => {
    expect(comment.needs).toBe("validate");
    expect(comment.if).toBe(
      "${{ !cancelled() && github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository }}",
    );
  });

  it("annotates and summarizes once, whether the gate passed or not, and asks for nothing that a fork has not", () => {
    expect(stepOf("Annotations and step summary").if).toBe("${{ always() && matrix.node == 24 }}");
    expect(stepOf("Annotations and step summary").run).not.toMatch(/gh |TOKEN/);
  });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
}

/** As a runner does: bash, which ends at the first command that fails. */
function bash(repo: TempRepo, name: string, env: Readonly<Record<string, string>> = {}): Ran {
  repo.write({ "step.sh": stepOf(name).run });
  const PATH = `${repo.path("bin")}:${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;
  const context = { GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc", GITHUB_REF: "refs/pull/7/merge", GITHUB_STEP_SUMMARY: "summary.md" };
  const options = { cwd: repo.root, env: { PATH, ...context, ...env }, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync("bash", ["-e", "step.sh"], options);
  return { status, stdout };
}

const textOf = (repo: TempRepo, file: string) => (existsSync(repo.path(file)) ? readFileSync(repo.path(file), "utf8") : null);

/** What the workflow's own flags write of a change that is not covered, also where the other job finds it. */
async function judged(): Promise<TempRepo> {
  const repo = createShop();
  repo.write({ [PRICE]: GROWN });
  writeReport(repo, recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }, ["2,0,0,1", "2,0,1,1"]), { [PRICE]: GROWN });
  const { exitCode } = await run(runDiff, (validate.env["REPORTS"] ?? "").split(" "), { cwd: repo.root });
  expect(exitCode).toBe(1);
  repo.write({ "verdict/verdict.sarif": readFileSync(repo.path("coverage/verdict/verdict.sarif")) });
  return repo;
}

describe("annotations and summary", () => {
  it("are what the diff wrote", async () => {
    using repo = await judged();
    expect(bash(repo, "Annotations and step summary")).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^::error file=packages\/shop\/src\/entities\/price\.ts,line=3,[^\n]+\n$/) as string,
    });
    expect(textOf(repo, "summary.md")).toMatch(/^### `coverage:diff fail/);
  });

  it("are none where the run ended before the diff", () => {
    using repo = createTempRepo({});
    expect(bash(repo, "Annotations and step summary")).toEqual({ status: 0, stdout: "the run ended before the diff\n" });
    expect(textOf(repo, "summary.md")).toBeNull();
  });
});

const MARKER = "<!-- bandline coverage:diff -->";
const commentBy = (id: number, login: string, body: string) => ({ id, user: { login }, body });
const BOT = "github-actions[bot]";
const ENV = { NUMBER: "7", HEAD: "0123456789", RUN: "https://run" };

/** Keeps what it was asked for; answers a list with the pages that there are, and refuses what it is told to. */
function ghIn(repo: TempRepo, pages: readonly (readonly object[])[], refused = "nothing"): void {
  const gh = `#!/bin/sh\necho "$*" >> said\ncase "$*" in *"${refused}"*) exit 1;; *--paginate*) cat pages.json;; esac\n`;
  repo.write({ "bin/gh": gh, "pages.json": JSON.stringify(pages) });
  chmodSync(repo.path("bin/gh"), 0o755);
}

const LIST = "api --paginate --slurp repos/o/r/issues/7/comments?per_page=100";
const POST = "api --method POST repos/o/r/issues/7/comments -F body=@verdict/comment.md --silent";
const PATCH = "api --method PATCH repos/o/r/issues/comments/42 -F body=@verdict/comment.md --silent";
const NOTICE = "::notice title=coverage%3Adiff::no comment could be written; the step summary has the verdict\n";

describe("the one comment", () => {
  it.each<[string, object[][], string, string[], string]>([
    ["is written where there is none", [[]], "nothing", [LIST, POST], ""],
    [
      "is updated where there is one, on whichever page",
      [[commentBy(1, BOT, "another bot's")], [commentBy(42, BOT, `${MARKER}\nold`), commentBy(43, BOT, `${MARKER}\nolder`)]],
      "nothing",
      [LIST, PATCH],
      "",
    ],
    ["is never a person's that begins like it", [[commentBy(1, "mallory", `${MARKER}\nmine`)]], "nothing", [LIST, POST], ""],
    ["is never one that quotes it", [[commentBy(1, BOT, `> ${MARKER}`)]], "nothing", [LIST, POST], ""],
    ["is never one whose author is gone", [[{ id: 1, user: null, body: MARKER }]], "nothing", [LIST, POST], ""],
    ["fails nothing where the list may not be read", [[]], "--paginate", [LIST], NOTICE],
    ["fails nothing where nothing may be written", [[]], "POST", [LIST, POST], NOTICE],
    ["fails nothing where it may not be changed", [[commentBy(42, BOT, MARKER)]], "PATCH", [LIST, PATCH], NOTICE],
  ])("%s", (_sentence, pages, refused, asked, stdout) => {
    using repo = createTempRepo({ "verdict/verdict.md": "### the verdict\n" });
    ghIn(repo, pages, refused);
    expect(bash(repo, "One comment, kept up to date", ENV)).toEqual({ status: 0, stdout });
    expect(textOf(repo, "said")?.trimEnd().split("\n")).toEqual(asked);
    expect(textOf(repo, "verdict/comment.md")).toBe(`${MARKER}\n### the verdict\n\nOf 0123456, by [this run](https://run).\n`);
  });

  it("does not keep an old verdict where a run has none", () => {
    using repo = createTempRepo({});
    ghIn(repo, [[commentBy(42, BOT, MARKER)]]);
    expect(bash(repo, "One comment, kept up to date", ENV).status).toBe(0);
    expect(textOf(repo, "said")).toContain(PATCH);
    expect(textOf(repo, "verdict/comment.md")).toContain("### coverage:diff: no verdict, the run ended before it\n");
  });
});

describe("code scanning", () => {
  const SENT =
    "api --method POST repos/o/r/code-scanning/sarifs --silent -f commit_sha=abc -f ref=refs/pull/7/merge -F sarif=@verdict/sarif.txt\n";

  it.each<[string, string, string]>([
    ["is sent the SARIF that the diff wrote", "nothing", ""],
    ["fails nothing where it is not enabled", "sarifs", "::notice title=coverage%3Adiff::code scanning takes no results here\n"],
  ])("%s", async (_sentence, refused, stdout) => {
    using repo = await judged();
    ghIn(repo, [], refused);
    expect(bash(repo, "Code scanning")).toEqual({ status: 0, stdout });
    expect(textOf(repo, "said")).toBe(SENT);
    const sarif = gunzipSync(Buffer.from(textOf(repo, "verdict/sarif.txt") ?? "", "base64")).toString("utf8");
    expect(JSON.parse(sarif)).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "uncovered" }] }] });
  });

  it("is sent nothing where the run ended before the diff", () => {
    using repo = createTempRepo({});
    ghIn(repo, []);
    expect([bash(repo, "Code scanning").status, textOf(repo, "said")]).toEqual([0, null]);
  });
});
