import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { DONE_BODY, storyFrom } from "./__fixtures__/stories.js";
import { stateDocument, workDocument, type WorkDocument } from "./contract.js";
import { withLock } from "./files/lock.js";
import type { FrontMatter } from "./story/schema.js";
import { runWork } from "./work.js";

const NOW = "2026-05-01T10:00:00.000Z";
const GOLDEN = readFileSync(new URL("./__fixtures__/golden-story.md", import.meta.url), "utf8");

interface Ran {
  readonly exitCode: number;
  readonly document: WorkDocument;
  readonly stderr: string;
}

async function work(repo: Pick<TempRepo, "root">, ...argv: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const keep = (kept: string[]) => ({ write: (text: string | Uint8Array) => kept.push(String(text)) });
  const io = { cwd: repo.root, env: process.env, stdin: Readable.from([]), stdout: keep(out), stderr: keep(err), clock: () => NOW };
  const exitCode = await runWork(argv, io);
  return { exitCode, document: workDocument.parse(JSON.parse(out.join(""))), stderr: err.join("") };
}

/** Files of stories by id; those of an epic lie in its folder. */
function filesOf(stories: Readonly<Record<string, Partial<FrontMatter>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stories).map(([id, more]) => {
      const path = more.kind === "epic" ? `docs/work/${id}/epic.md` : `docs/work/${more.epic ?? id}/${id}.md`;
      return [path, storyFrom(id, more).text];
    }),
  );
}

const GREEN = `node -e "process.exit(0)"`;
const RED = `node -e "console.log(JSON.stringify({nextActions:['test a.ts:3'],errors:[{message:'stale',hint:'pnpm test'}]})); process.exitCode=1"`;

describe("new", () => {
  it("makes the golden story to the byte", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    const title = ["--title", "Golden Coverage Story", "--priority", "high", "--assignee", "codex", "--label", "coverage"];
    const { exitCode, document } = await work(repo, "new", "--kind", "story", ...title, "--at", "2024-01-02T03:04:05.678Z");
    expect([exitCode, document.item?.path]).toEqual([0, "docs/work/golden-coverage-story/golden-coverage-story.md"]);
    expect(readFileSync(repo.path(document.item?.path ?? ""), "utf8")).toBe(GOLDEN);
  });

  it("puts an epic and its story into one folder, with what the story waits for and touches", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    expect((await work(repo, "new", "--kind", "epic", "--title", "Shop")).document.item?.path).toBe("docs/work/shop/epic.md");
    const flags = ["--epic", "shop", "--depends-on", "shop", "--touches", "packages/a/**", "--state", "ready", "--json"];
    const { document, stderr } = await work(repo, "--", "new", "--kind", "task", "--title", "Prices", ...flags);
    expect(document.item).toMatchObject({
      path: "docs/work/shop/prices.md",
      epic: "shop",
      dependsOn: ["shop"],
      touches: ["packages/a/**"],
      createdAt: NOW,
    });
    expect(stderr).toBe("");
  });

  it("writes down when what is done already was done", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    const { document } = await work(repo, "new", "--kind", "task", "--title", "A", "--state", "done");
    expect(document.item).toMatchObject({ state: "done", completedAt: NOW });
  });

  it("an epic is begun as a story is", async () => {
    using repo = createTempRepo(filesOf({ shop: { kind: "epic" } }));
    expect((await work(repo, "pickup", "shop")).document.nextActions).toEqual(["when its stories are done: pnpm work complete shop"]);
  });

  it.each<[string, string[], string, RegExp]>([
    ["an id that is taken", ["--title", "A"], "STORY_EXISTS", /^a is there already: docs\/work\/a\/a\.md$/],
    ["the folder of requirements", ["--title", "PRDs"], "USAGE", /id: received "prds"; allowed: anything but prds/],
    ["an epic that is not there", ["--title", "B", "--epic", "shop"], "EPIC_UNKNOWN", /there is no epic shop/],
    ["a title without a letter", ["--title", "日本"], "USAGE", /id: received ""; allowed: a name in kebab-case/],
    ["an id that is none", ["--title", "B", "--id", "B b"], "USAGE", /id: received "B b"/],
    ["an empty title", ["--title", "", "--id", "b"], "USAGE", /title: received ""; allowed: a text/],
    ["a kind that is none", ["--title", "B", "--kind", "saga"], "USAGE", /Allowed choices are epic, story, task/],
    ["a time that is none", ["--title", "B", "--at", "yesterday"], "USAGE", /--at: received yesterday/],
  ])("refuses %s, and writes nothing", async (_, flags, code, message) => {
    using repo = createTempRepo(filesOf({ a: {} }));
    const { exitCode, document, stderr } = await work(repo, "new", "--kind", "story", ...flags);
    expect([exitCode, document.errors.map((each) => each.code)]).toEqual([2, [code]]);
    expect(document.errors[0]?.message).toMatch(message);
    expect(stderr).toContain(code);
    expect(repo.git("status", "--porcelain", "--untracked-files=all")).toBe("");
  });
});

describe("reading", () => {
  const stories = {
    shop: { kind: "epic", state: "in-progress" },
    a: { epic: "shop", labels: ["x"], assignees: ["anna"], priority: "high" },
    b: { depends_on: ["a"] },
    c: { state: "idea" },
  } as const;

  it.each<[string, string[], string[]]>([
    ["all, in the order of their paths", [], ["b", "c", "a", "shop"]],
    ["by state", ["--state", "idea", "--state", "in-progress"], ["c", "shop"]],
    ["by kind", ["--kind", "epic"], ["shop"]],
    ["by epic", ["--epic", "shop"], ["a"]],
    ["by label", ["--label", "x"], ["a"]],
    ["by assignee", ["--assignee", "anna"], ["a"]],
  ])("list %s", async (_, flags, expected) => {
    using repo = createTempRepo(filesOf(stories as unknown as Record<string, Partial<FrontMatter>>));
    expect((await work(repo, "list", ...flags)).document.items?.map(({ id }) => id)).toEqual(expected);
  });

  it("next says what to take, what waits, and how to take it", async () => {
    using repo = createTempRepo(filesOf(stories as unknown as Record<string, Partial<FrontMatter>>));
    const { document, stderr } = await work(repo, "next");
    expect(document.items?.map(({ id }) => id)).toEqual(["a"]);
    expect([document.skipped, document.nextActions]).toEqual([[{ id: "b", because: "waits for a" }], ["pnpm work pickup a"]]);
    expect(stderr).toContain("waits b: waits for a");
    expect((await work(repo, "next", "--parallelize", "2")).document.items?.map(({ id }) => id)).toEqual(["a"]);
  });

  it.each<[string, Record<string, Partial<FrontMatter>>, RegExp]>([
    ["an idea to make ready", { c: { state: "idea" } }, /set the state of an idea to ready, such as docs\/work\/c\/c\.md/],
    ["a story to write", {}, /pnpm work new/],
  ])("next, where nothing can be taken, names %s", async (_, files, action) => {
    using repo = createTempRepo({ "a.txt": "", ...filesOf(files) });
    expect((await work(repo, "next")).document.nextActions[0]).toMatch(action);
  });

  it("show tells what the file says", async () => {
    using repo = createTempRepo(filesOf(stories as unknown as Record<string, Partial<FrontMatter>>));
    const { text } = storyFrom("a", { touches: ["packages/a/**"] });
    repo.write({ "docs/work/shop/a.md": `${text.slice(0, text.indexOf("## Overview"))}${DONE_BODY}` });
    const { document, stderr } = await work(repo, "show", "a", "--cwd", "docs");
    expect(document.sections?.map(({ title }) => title)).toEqual([
      "Overview",
      "Acceptance Criteria",
      "Technical Approach",
      "Post-Implementation Insights",
      "Changelog",
    ]);
    expect(stderr).toContain("Fixed prices below zero.");
    expect(stderr).toContain("touches packages/a/**");
  });
});

/** A story in progress that lacks nothing but what is replaced. */
function inProgress(from = "", to = ""): string {
  const { text } = storyFrom("a", { state: "in-progress" });
  return `${text.slice(0, text.indexOf("## Overview"))}${DONE_BODY}`.replace(from, to);
}

describe("pickup and complete", () => {
  it("take a story from ready to done, and change nothing else of its file", async () => {
    using repo = createTempRepo({ ...filesOf({ a: { assignees: ["anna"] } }) });
    const before = readFileSync(repo.path("docs/work/a/a.md"), "utf8");
    expect((await work(repo, "pickup", "a", "--assignee", "ben")).document.item).toMatchObject({
      state: "in-progress",
      assignees: ["anna", "ben"],
    });
    const picked = readFileSync(repo.path("docs/work/a/a.md"), "utf8");
    expect(picked).toBe(
      before
        .replace("state: ready", "state: in-progress")
        .replace("  - anna\n", "  - anna\n  - ben\n")
        .replace(/(updated_at|last_activity_at): .*/g, `$1: ${NOW}`),
    );
    const written = `${picked.slice(0, picked.indexOf("## Overview"))}${DONE_BODY}`;
    repo.write({ "docs/work/a/a.md": written });
    const { exitCode, document } = await work(repo, "complete", "a", "--gate", GREEN);
    expect([exitCode, document.item?.state, document.gate?.exitCode]).toEqual([0, "done", 0]);
    expect(readFileSync(repo.path("docs/work/a/a.md"), "utf8")).toBe(
      written.replace("state: in-progress", "state: done").replace("completed_at: null", `completed_at: ${NOW}`),
    );
  });

  it.each<[string, Partial<FrontMatter>, string[], string, RegExp]>([
    ["pick up an idea", { state: "idea" }, ["pickup", "a"], "STORY_NOT_READY", /a: it is idea/],
    ["pick up what somebody has picked up", { state: "in-progress" }, ["pickup", "a"], "STORY_NOT_READY", /a: it is in-progress/],
    ["pick up what waits", { depends_on: ["b"] }, ["pickup", "a"], "STORY_NOT_READY", /a: it waits for b/],
    ["pick up what waits for nobody knows what", { depends_on: ["z"] }, ["pickup", "a"], "STORY_NOT_READY", /a: it waits for z/],
    ["complete what nobody has begun", {}, ["complete", "a"], "STORY_NOT_READY", /a: it is ready, not in-progress/],
    ["show what is not there", {}, ["show", "z"], "STORY_UNKNOWN", /no story, task or epic z/],
    ["show nothing", {}, ["show"], "USAGE", /it takes one id; received 0/],
    ["show two", {}, ["show", "a", "b"], "USAGE", /it takes one id; received 2/],
    ["do what is no command", {}, ["toString"], "USAGE", /unknown command toString; there are new, list/],
    ["do nothing", {}, [], "USAGE", /no command; there are new, list/],
  ])("cannot %s", async (_, fields, argv, code, message) => {
    using repo = createTempRepo(filesOf({ a: fields, b: {} }));
    const { exitCode, document } = await work(repo, ...argv);
    expect([exitCode, document.errors.map((each) => each.code)]).toEqual([2, [code]]);
    expect(document.errors[0]?.message).toMatch(message);
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  it.each<[string, string, string, [string, number | null][], string[]]>([
    [
      "a criterion is open",
      inProgress("[x]", "[ ]"),
      GREEN,
      [["criterion-unchecked", 26]],
      ["this criterion is not checked: a price is never below zero"],
    ],
    ["there is no criterion", inProgress("- [x] ", ""), GREEN, [["no-criteria", 19]], ["write a criterion, - [ ] …, and check it"]],
    [
      "the changelog is missing",
      inProgress("- Fixed prices below zero.\n"),
      GREEN,
      [["changelog-missing", null]],
      ["write ### Changelog: take the section out of its comment"],
    ],
    ["the gate is red", inProgress(), RED, [["gate-failed", null]], ["stale; next: pnpm test", "test a.ts:3"]],
    ["the gate is ended", inProgress(), "kill -9 $$", [["gate-failed", null]], []],
    ["the gate cannot start", inProgress(), "no-such-program-anywhere", [["gate-failed", null]], []],
  ])("a story is not done where %s", async (_, text, gate, unmet, actions) => {
    using repo = createTempRepo({ "docs/work/a/a.md": text });
    const { exitCode, document, stderr } = await work(repo, "complete", "a", "--gate", gate);
    expect([exitCode, document.status, document.unmet?.map(({ kind, line }) => [kind, line])]).toEqual([1, "fail", unmet]);
    expect(document.nextActions).toEqual([...actions, "pnpm work complete a"]);
    expect(stderr).toContain("not yet");
    expect(repo.git("status", "--porcelain")).toBe("");
  });

  it("an epic is done with its last story", async () => {
    const epic = inProgress("kind: story", "kind: epic");
    using repo = createTempRepo({ ...filesOf({ b: { epic: "a" }, c: { epic: "a", state: "canceled" } }), "docs/work/a/epic.md": epic });
    const { document } = await work(repo, "complete", "a", "--gate", GREEN);
    expect(document.unmet?.map(({ kind, message }) => [kind, message])).toEqual([["child-open", "b is ready"]]);
    repo.write(filesOf({ b: { epic: "a", state: "done" } }));
    expect((await work(repo, "complete", "a", "--gate", GREEN)).exitCode).toBe(0);
  });

  it("a story that is edited while its gate runs is not written over", async () => {
    using repo = createTempRepo({ "docs/work/a/a.md": inProgress() });
    const { document } = await work(repo, "complete", "a", "--gate", "echo more >> docs/work/a/a.md");
    expect(document.errors[0]?.message).toMatch(/changed while the gate ran/);
  });
});

describe("validate and state", () => {
  const broken = { "docs/work/a/a.md": storyFrom("a").text.replace("kind: story", "kind: saga"), ...filesOf({ b: {} }) };

  it("validate tells of each file, and other commands refuse to guess", async () => {
    using repo = createTempRepo(broken);
    const { exitCode, document } = await work(repo, "validate");
    expect([exitCode, document.findings]).toEqual([
      1,
      [{ file: "docs/work/a/a.md", line: 4, field: "kind", message: 'received "saga"; allowed: one of epic, story, task' }],
    ]);
    const next = await work(repo, "next");
    expect([next.exitCode, next.document.errors[0]?.code]).toEqual([2, "STORY_MALFORMED"]);
    expect(next.document.errors[0]?.message).toBe('docs/work/a/a.md:4 kind: received "saga"; allowed: one of epic, story, task');
  });

  it("strictly, it tells of more", async () => {
    using repo = createTempRepo(filesOf({ a: {} }));
    expect((await work(repo, "validate")).exitCode).toBe(0);
    const { exitCode, stderr } = await work(repo, "validate", "--strict");
    expect([exitCode, stderr.includes("needs a criterion")]).toEqual([1, true]);
  });

  it("the state is written where it is out of date, and left alone where it is not", async () => {
    using repo = createTempRepo({
      ...filesOf({ a: {} }),
      "docs/work/_drafts/x.md": "no story",
      "docs/work/prds/shop.prd.md": "# Shop\n",
      "docs/work/prds/notes.md": "",
    });
    const check = async () => (await work(repo, "state", "--check")).exitCode;
    expect(await check()).toBe(1);
    expect(existsSync(repo.path("docs/work/_system/_state.json"))).toBe(false);
    expect((await work(repo, "state")).document).toMatchObject({ path: "docs/work/_system/_state.json", changed: true });
    expect([await check(), (await work(repo, "state")).document.changed]).toEqual([0, false]);
    const text = readFileSync(repo.path("docs/work/_system/_state.json"), "utf8");
    expect(stateDocument.parse(JSON.parse(text))).toMatchObject({ ready: ["a"], prds: ["docs/work/prds/shop.prd.md"] });
    await work(repo, "pickup", "a");
    expect(await check()).toBe(1);
  });

  it("a repository without stories has a state too", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    expect((await work(repo, "state")).exitCode).toBe(0);
  });
});

describe("the lock", () => {
  it("keeps two runs from taking one story", async () => {
    using repo = createTempRepo(filesOf({ a: {} }));
    const codes = await Promise.all([work(repo, "pickup", "a", "--assignee", "x"), work(repo, "pickup", "a", "--assignee", "y")]);
    expect(codes.map(({ exitCode }) => exitCode).sort()).toEqual([0, 2]);
  });

  it("of a dispatch keeps others from picking its story up", async () => {
    using repo = createTempRepo(filesOf({ a: {} }));
    repo.write({
      ".git/bandline/dispatch/a.lock": `${process.pid}\n`,
      ".git/bandline/dispatch/b.lock": "999999999\n",
      ".git/bandline/dispatch/c.lock": "",
    });
    const { exitCode, document } = await work(repo, "pickup", "a");
    expect([exitCode, document.errors.map(({ code, message }) => `${code} ${message}`)]).toEqual([
      2,
      ["STORY_TAKEN a dispatch works on a"],
    ]);
  });

  it("of a process that died is nobody's", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    repo.write({ ".git/bandline/work.lock": "999999999\n" });
    expect((await work(repo, "new", "--kind", "story", "--title", "A")).exitCode).toBe(0);
    expect(existsSync(repo.path(".git/bandline/work.lock"))).toBe(false);
  });

  // -- what holds of any lock is tested where it lies: files/lock.test.ts of coverage-io
  it("of a process that lives is told after a while", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    const path = repo.path("x", "work.lock");
    repo.write({ "x/broken.lock": "nobody" });
    await withLock(path, async () => {
      await expect(withLock(repo.path("x", "broken.lock"), async () => 1, 50)).rejects.toMatchObject({ code: "WORK_LOCKED" });
      await expect(withLock(path, async () => 1, 50)).rejects.toMatchObject({ code: "WORK_LOCKED", exitCode: 4 });
    });
  });
});

it("help is the answer, and no failure", async () => {
  const [out]: [string[]] = [[]];
  const io = {
    cwd: ".",
    env: {},
    stdin: Readable.from([]),
    stdout: { write: (text: unknown) => out.push(String(text)) },
    stderr: { write: () => true },
    clock: () => NOW,
  };
  expect([await runWork(["--help"], io), await runWork(["next", "--help"], io)]).toEqual([0, 0]);
  expect(out.join("")).toContain("work COMMAND --help");
  expect(out.join("")).toContain("--parallelize");
});

it("a folder of stories that cannot be read is told", async () => {
  using repo = createTempRepo({ "docs/work": "a file" });
  const { document } = await work(repo, "list");
  expect(document.errors[0]?.code).toBe("FOLDER_UNREADABLE");
});
