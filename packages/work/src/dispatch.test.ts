/**
 * Scripted agents in real worktrees.
 * @module-tag slow
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { NOW, REPORT_DONE, createAgentWorld, type AgentWorld } from "./__fixtures__/scripted-agents.js";
import { storyFrom } from "./__fixtures__/stories.js";
import { parseStory } from "./story/parse-story.js";
import type { FrontMatter } from "./story/schema.js";

function fileOf(id: string, more: Partial<FrontMatter> = {}, criteria = "- [ ] it is there\n"): Record<string, string> {
  const { text, path } = storyFrom(id, more);
  return { [path]: text.replace("## Acceptance Criteria\n\n", `## Acceptance Criteria\n\n${criteria}\n`) };
}

const AGENTS = {
  good: `edit("a.txt", () => "done");${REPORT_DONE}`,
  second: `edit("a.txt", () => (attempt === 1 ? "half" : "done"));${REPORT_DONE}`,
  never: `edit("a.txt", (text) => text + "?");`,
  crash: `process.exitCode = 3;`,
  hang: `import { spawn } from "node:child_process";
edit("pid.txt", () => String(spawn("sleep", ["600"]).pid));
setInterval(() => {}, 1000);`,
  outside: `edit("a.txt", () => "done"); edit("gate.mjs", () => ""); edit("new.txt", () => "");${REPORT_DONE}`,
  lazy: `edit("a.txt", () => "done"); edit(story, (text) => text.replace("- [ ] it is there", "- [x] it is here"));${REPORT_DONE}`,
  claims: `edit("a.txt", () => "done");${REPORT_DONE} edit(story, (text) => text.replace("state: in-progress", "state: done"));`,
  leaves: `import { execFileSync } from "node:child_process";
edit("a.txt", () => "done");${REPORT_DONE}
execFileSync("git", ["switch", "--quiet", "--create", "elsewhere"]);`,
  detaches: `import { execFileSync } from "node:child_process";
edit("a.txt", () => "done");${REPORT_DONE}
execFileSync("git", ["switch", "--quiet", "--detach"]);`,
  forgets: `edit("a.txt", () => (attempt === 1 ? "half" : "done"));${REPORT_DONE}
if (attempt === 2) edit(story, (text) => text.replace(/execution:[^]*?\\n---/, "execution:\\n  attempts: []\\n---"));`,
  breaks: `edit(story, () => "nothing");`,
  tells: `edit("prompt-" + attempt + ".txt", () => prompt); edit("a.txt", () => (attempt === 1 ? "half" : "done"));${REPORT_DONE}`,
};

/** Green where the file says so; red with a document. */
const GATE = `import { readFileSync } from "node:fs";
const done = readFileSync("a.txt", "utf8") === "done";
console.log(JSON.stringify({ nextActions: done ? [] : ["write done into a.txt"] }));
process.exitCode = done ? 0 : 1;
`;

function world(stories: Readonly<Record<string, string>> = fileOf("a")): AgentWorld {
  return createAgentWorld({ "a.txt": "", "gate.mjs": GATE, ...stories }, AGENTS);
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

const gate = ["--gate", "node gate.mjs", "--json"];

describe("a story", () => {
  it("is done on a branch of its own, and the main tree does not see it before it is merged", async () => {
    using at = world();
    const head = at.repo.git("rev-parse", "HEAD");
    const { exitCode, document } = await at.dispatch(["a", "--agent", at.agent("good"), ...gate]);
    expect([exitCode, document.status, document.story, document.stories[0]?.status]).toEqual([0, "pass", "a", "pass"]);
    expect([at.repo.git("rev-parse", "HEAD"), at.repo.git("status", "--porcelain"), at.repo.git("branch", "--show-current")]).toEqual([
      head,
      "",
      "main",
    ]);
    const { fields } = parseStory(at.repo.git("show", "work/a:docs/work/a/a.md"), "a.md");
    expect([fields.state, fields.completed_at, fields.execution?.attempts?.map(({ number, status }) => [number, status])]).toEqual([
      "done",
      NOW,
      [[1, "pass"]],
    ]);
    expect(at.repo.git("show", "work/a:a.txt")).toBe("done");
    expect(document.nextActions).toEqual(["git merge work/a"]);
    expect(existsSync(at.repo.path(".sandcastle/worktrees/a"))).toBe(false);
  });

  it("that is done and not merged is not taken again", async () => {
    using at = world();
    await at.dispatch(["--agent", at.agent("good"), ...gate]);
    const again = await at.dispatch(["--agent", at.agent("good"), ...gate.slice(0, 2)]);
    expect(again.stderr).toContain("waits a: is done on work/a: git merge work/a");
    expect([again.exitCode, again.document.story, again.document.skipped]).toEqual([
      0,
      null,
      [{ id: "a", because: "is done on work/a: git merge work/a" }],
    ]);
    const named = await at.dispatch(["a", "--agent", at.agent("good"), ...gate]);
    expect(named.document.errors[0]?.message).toBe("a: it is done on work/a");
  });

  it("is merged where that is asked for, and the state of the work with it", async () => {
    using at = world({ ...fileOf("a", { commit_message: "Write a" }), "docs/work/_system/_state.json": "{}\n" });
    const { document, stderr } = await at.dispatch(["--agent", at.agent("good"), "--merge", ...gate.slice(0, 2)]);
    expect(stderr).toMatch(/a done on work\/a \([0-9a-f]{7}\), merged\n/);
    expect([document.stories[0]?.merged, at.repo.git("status", "--porcelain"), at.repo.git("branch", "--list", "work/*")]).toEqual([
      true,
      "",
      "",
    ]);
    expect(at.repo.git("log", "--format=%s")).toBe("Update the state of the work\nWrite a\nfirst");
    expect(JSON.parse(readFileSync(at.repo.path("docs/work/_system/_state.json"), "utf8"))).toMatchObject({ counts: { done: 1 } });
    expect(document.nextActions).toEqual(["pnpm work next"]);
  });

  it("is merged where no state of the work is kept", async () => {
    using at = world();
    await at.dispatch(["--agent", at.agent("good"), "--merge", ...gate]);
    expect([at.repo.git("log", "--format=%s"), at.repo.git("ls-files", "docs/work")]).toEqual(["a\nfirst", "docs/work/a/a.md"]);
  });

  it.each<[string, (at: AgentWorld) => void, string]>([
    ["the main tree has changes", (at) => at.repo.write({ "b.txt": "" }), "by hand: the main tree has changes that are not committed"],
  ])("is not merged where %s", async (_, act, why) => {
    using at = world();
    act(at);
    const { exitCode, document } = await at.dispatch(["--agent", at.agent("good"), "--merge", ...gate]);
    expect([exitCode, document.stories[0]?.merged, document.nextActions]).toEqual([0, false, [`git merge work/a ${why}`]]);
  });

  it("whose merge is in conflict leaves the main tree as it was", async () => {
    using at = world();
    const agent = `${at.agent("good")} && git -C ${at.repo.root} -c user.name=T -c user.email=t@x.invalid commit -qm other -a`;
    at.repo.write({ "a.txt": "other" });
    const { document } = await at.dispatch(["--agent", agent, "--merge", ...gate]);
    expect(document.nextActions).toEqual(["git merge work/a by hand: git could not merge it"]);
    expect([at.repo.git("status", "--porcelain"), readFileSync(at.repo.path("a.txt"), "utf8")]).toEqual(["", "other"]);
  });

  it("takes a second attempt, with what the gate said of the first", async () => {
    using at = world();
    const { exitCode, document } = await at.dispatch(["--agent", at.agent("tells"), ...gate]);
    expect([exitCode, document.attempts.map(({ number, status, nextActions }) => [number, status, nextActions])]).toEqual([
      0,
      [
        [1, "fail", ["write done into a.txt"]],
        [2, "pass", []],
      ],
    ]);
    expect(at.repo.git("show", "work/a:prompt-1.txt")).toContain("This is the first attempt.");
    expect(at.repo.git("show", "work/a:prompt-2.txt")).toContain("- write done into a.txt");
  });

  it("keeps its attempts, whatever the agent writes about them", async () => {
    using at = world();
    expect((await at.dispatch(["a", "--agent", at.agent("forgets"), ...gate])).exitCode).toBe(0);
    const { fields } = parseStory(at.repo.git("show", "work/a:docs/work/a/a.md"), "a.md");
    expect(fields.execution?.attempts?.map(({ number, status }) => [number, status])).toEqual([
      [1, "fail"],
      [2, "pass"],
    ]);
  });

  it("that never converges stays in progress, and a later run goes on where it stopped", async () => {
    using at = world();
    const { exitCode, document, stderr } = await at.dispatch(["--agent", at.agent("never"), "--attempts", "2", "--gate", "node gate.mjs"]);
    expect([exitCode, document.status, document.attempts.map(({ status }) => status)]).toEqual([1, "fail", ["fail", "fail"]]);
    expect(document.stories[0]?.worktree).toBe(".sandcastle/worktrees/a");
    expect(document.nextActions).toContain("a: write done into a.txt");
    expect([stderr.includes("attempt 2: fail"), at.repo.git("status", "--porcelain")]).toEqual([true, ""]);
    expect(readFileSync(at.repo.path(".sandcastle/worktrees/a/a.txt"), "utf8")).toBe("??");
    const later = await at.dispatch(["--agent", at.agent("good"), ...gate]);
    expect(later.document.attempts.map(({ number, status }) => [number, status])).toEqual([[3, "pass"]]);
    const { fields } = parseStory(at.repo.git("show", "work/a:docs/work/a/a.md"), "a.md");
    expect(fields.execution?.attempts?.map(({ status }) => status)).toEqual(["fail", "fail", "pass"]);
  });

  it.each<[string, string, readonly string[], string[], RegExp]>([
    ["an agent that fails", "crash", [], ["error"], /the agent exited 3/],
    [
      "an agent that changes what its story does not touch",
      "outside",
      ["--attempts", "1"],
      ["fail"],
      /put gate\.mjs back as it was: the story touches a\.txt\n.*put new\.txt back/s,
    ],
    ["an agent that writes itself easier criteria", "lazy", ["--attempts", "1"], ["fail"], /put the criterion back: it is there/],
    [
      "an agent that says itself that it is done",
      "claims",
      ["--attempts", "1"],
      ["fail"],
      /leave id and state as they were: a, in-progress/,
    ],
    [
      "an agent that leaves its branch",
      "leaves",
      ["--attempts", "1"],
      ["fail"],
      /bring the work to work\/a, and stay on it: the worktree is on elsewhere/,
    ],
    [
      "an agent that leaves every branch",
      "detaches",
      ["--attempts", "1"],
      ["fail"],
      /bring the work to work\/a, and stay on it: the worktree is on no git branch/,
    ],
    ["an agent that breaks its story", "breaks", ["--attempts", "1"], ["fail"], /no front matter/],
    [
      "an agent that checks nothing",
      "never",
      ["--attempts", "1"],
      ["fail"],
      /a\.md:\d+: this criterion is not checked: it is there\n.*write ### Changelog/s,
    ],
    [
      "a gate that says nothing",
      "good",
      ["--attempts", "1", "--gate", "false"],
      ["fail"],
      /the gate exited 1, and said nothing of what to do/,
    ],
    [
      "a gate that takes too long",
      "good",
      ["--attempts", "1", "--gate", "sleep 60", "--timeout", "2s"],
      ["timeout"],
      /the gate was ended with the attempt's time, 2 s/,
    ],
  ])("is not done by %s", async (_, name, flags, statuses, actions) => {
    using at = world(fileOf("a", { touches: ["a.txt"] }));
    const { exitCode, document } = await at.dispatch(["a", "--agent", at.agent(name), "--attempts", "1", ...gate, ...flags]);
    expect([exitCode, document.attempts.map(({ status }) => status)]).toEqual([1, statuses]);
    expect(document.nextActions.join("\n")).toMatch(actions);
    const { fields } = parseStory(readFileSync(at.repo.path(".sandcastle/worktrees/a/docs/work/a/a.md"), "utf8"), "a.md");
    expect([fields.state, fields.execution?.attempts?.length]).toEqual(["in-progress", 1]);
    expect(at.repo.git("status", "--porcelain")).toBe("");
  });

  it("whose agent hangs is ended with everything that the agent started", async () => {
    using at = world();
    const { document } = await at.dispatch(["--agent", at.agent("hang"), "--attempts", "1", "--timeout", "1s", ...gate]);
    expect(document.attempts.map(({ status, nextActions }) => [status, nextActions])).toEqual([
      ["timeout", ["finish in less time: the last attempt was ended after 1 s"]],
    ]);
    const pid = Number(readFileSync(at.repo.path(".sandcastle/worktrees/a/pid.txt"), "utf8"));
    while (!isGone(pid)) await wait(20);
  });

  it("is made ready to work in by --setup", async () => {
    using at = world();
    const setup = ["--setup", "echo made > made.txt; echo is made"];
    const ready = await at.dispatch(["--agent", at.agent("good"), ...setup, ...gate.slice(0, 2)]);
    expect([ready.exitCode, at.repo.git("show", "work/a:made.txt"), ready.stderr.includes("is made\n")]).toEqual([0, "made", true]);
    expect(ready.stderr).toMatch(/ {2}a done on work\/a \([0-9a-f]{7}\)\n/);
  });

  it("that no commit has yet is worked on as it is", async () => {
    using at = world();
    at.repo.write(fileOf("b", { priority: "urgent" }));
    const { document } = await at.dispatch(["--agent", at.agent("good"), ...gate]);
    expect([document.story, at.repo.git("show", "work/b:docs/work/b/b.md").includes("state: done")]).toEqual(["b", true]);
  });
});

it("a branch that is there is worked on, and one whose folder is gone is made again", async () => {
  using at = world();
  await at.dispatch(["--agent", at.agent("never"), "--attempts", "1", ...gate]);
  at.repo.git("worktree", "remove", "--force", ".sandcastle/worktrees/a");
  const { document } = await at.dispatch(["--agent", at.agent("good"), ...gate]);
  expect(document.attempts.map(({ number, status }) => [number, status])).toEqual([[1, "pass"]]);
});

it.each<[string, string[], number, string, RegExp]>([
  ["a story that is not there", ["z", "--agent", "true"], 2, "STORY_UNKNOWN", /no story, task or epic z/],
  ["a story that is an idea", ["idea", "--agent", "true"], 2, "STORY_NOT_READY", /idea: it is idea/],
  ["a story that is done", ["over", "--agent", "true"], 2, "STORY_NOT_READY", /over: it is done/],
  ["a story that waits", ["waits", "--agent", "true"], 2, "STORY_NOT_READY", /waits: it waits for idea/],
  ["an epic", ["shop", "--agent", "true"], 2, "STORY_NOT_READY", /shop: it is an epic/],
  ["two stories", ["a", "idea", "--agent", "true"], 2, "USAGE", /it takes one story; received 2/],
  ["no agent", ["a"], 2, "USAGE", /required option '--agent <command>' not specified/],
  ["a time that is none", ["a", "--agent", "true", "--timeout", "soon"], 2, "USAGE", /It takes a duration/],
  [
    "an agent that is not there",
    ["a", "--agent", "no-such-agent-anywhere"],
    4,
    "AGENT_NOT_STARTED",
    /could not start: no-such-agent-anywhere/,
  ],
  ["a setup that fails", ["a", "--agent", "true", "--setup", "exit 7"], 4, "SETUP_FAILED", /exit 7 exited 7 in/],
  [
    "a setup that takes too long",
    ["a", "--agent", "true", "--setup", "sleep 600", "--timeout", "1s"],
    4,
    "SETUP_FAILED",
    /sleep 600 was ended after 1 s in/,
  ],
])("refuses %s", async (_, argv, exitCode, code, message) => {
  using at = world({
    ...fileOf("a"),
    ...fileOf("idea", { state: "idea" }),
    ...fileOf("over", { state: "done" }),
    ...fileOf("waits", { depends_on: ["idea"] }),
    "docs/work/shop/epic.md": storyFrom("shop", { kind: "epic" }).text,
  });
  const ran = await at.dispatch([...argv, "--gate", "true"]);
  expect([ran.exitCode, ran.document.errors.map((each) => each.code)]).toEqual([exitCode, [code]]);
  expect(ran.document.errors[0]?.message).toMatch(message);
  expect(at.repo.git("status", "--porcelain")).toBe("");
});

it("help is the answer, and nothing to do is no failure", async () => {
  using at = createAgentWorld({ "a.txt": "" }, {});
  const { exitCode, document, stderr } = await at.dispatch(["--agent", "true"]);
  expect([exitCode, document.status, document.nextActions, stderr]).toEqual([
    0,
    "pass",
    ["pnpm work next"],
    expect.stringContaining("no story can be taken"),
  ]);
  const out: string[] = [];
  const written = { write: (text: string | Uint8Array) => out.push(String(text)) };
  await expect(at.dispatch(["--help"], { stdout: written })).rejects.toThrow();
  expect(out.join("")).toContain("--agent <command>");
});

it("stories that touch different files run side by side, the others wait", async () => {
  const touching = (glob: string) => ({ touches: [glob, "a.txt"].slice(0, 1) });
  using at = createAgentWorld(
    { ...fileOf("a", touching("x/**")), ...fileOf("b", touching("y/**")), ...fileOf("c", touching("x/c.txt")) },
    // Each waits for the other: only side by side they come to an end.
    {
      pair: `import { appendFileSync, readFileSync } from "node:fs";
const meeting = process.env.MEETING;
appendFileSync(meeting, "x");
while (readFileSync(meeting, "utf8").length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
${REPORT_DONE}`,
    },
  );
  const env = { ...process.env, MEETING: at.agents.path("meeting") };
  const { document } = await at.dispatch(["--agent", at.agent("pair"), "--parallel", "3", "--gate", "true", "--timeout", "60s", "--json"], {
    env,
  });
  expect(document.stories.map(({ story, status }) => [story, status])).toEqual([
    ["a", "pass"],
    ["b", "pass"],
  ]);
  expect(document.skipped).toEqual([{ id: "c", because: "may touch the same files as a" }]);
});

it("two dispatchers at once do not take the same story", async () => {
  using at = world();
  const slow = `${at.agent("good")} && sleep 1`;
  const [first, second] = [at.dispatch(["--agent", slow, ...gate]), wait(400).then(() => at.dispatch(["--agent", slow, ...gate]))];
  const named = wait(450).then(() => at.dispatch(["a", "--agent", slow, ...gate]));
  expect([(await first).document.story, (await second).document.story, (await named).document.errors[0]?.code]).toEqual([
    "a",
    null,
    "STORY_TAKEN",
  ]);
});

it("an interrupt ends the agent, and what is known is printed", async () => {
  using at = world();
  const interrupt = new AbortController();
  const running = at.dispatch(["--agent", at.agent("hang"), ...gate], { signal: interrupt.signal });
  while (!existsSync(at.repo.path(".sandcastle/worktrees/a/pid.txt"))) await wait(20);
  interrupt.abort();
  const { exitCode, document } = await running;
  expect([exitCode, document.status, document.attempts.map(({ status }) => status)]).toEqual([130, "error", ["interrupted"]]);
  const next = await at.dispatch(["--agent", at.agent("good"), ...gate], { signal: interrupt.signal });
  expect(next.exitCode).toBe(130);
});

it.each<[string, string[], (at: AgentWorld) => string[], string[]]>([
  ["the gate", ["--gate", "echo > pid.txt; sleep 600"], (at) => ["--agent", at.agent("good")], ["interrupted"]],
  ["the setup", ["--setup", "echo > pid.txt; sleep 600"], () => ["--agent", "true"], []],
])("an interrupt ends %s, too", async (_, flags, agent, statuses) => {
  using at = world();
  const interrupt = new AbortController();
  const running = at.dispatch([...agent(at), ...flags, "--json"], { signal: interrupt.signal });
  while (!existsSync(at.repo.path(".sandcastle/worktrees/a/pid.txt"))) await wait(20);
  interrupt.abort();
  const { exitCode, document } = await running;
  expect([exitCode, document.stories[0]?.status, document.attempts.map(({ status }) => status)]).toEqual([130, "interrupted", statuses]);
});

it("a dispatcher that is killed takes its agent with it, and its story can be taken up again", async () => {
  using at = world();
  const door = fileURLToPath(new URL("../../../scripts/work/dispatch.mjs", import.meta.url));
  const child = spawn(process.execPath, [door, "--agent", at.agent("hang"), ...gate], { cwd: at.repo.root, stdio: "ignore" });
  const file = at.repo.path(".sandcastle/worktrees/a/pid.txt");
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await wait(20);
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
  const pid = Number(readFileSync(file, "utf8"));
  while (!isGone(pid)) await wait(20);
  expect(at.repo.git("status", "--porcelain")).toBe("");
  const { document } = await at.dispatch(["--agent", at.agent("good"), ...gate]);
  expect(document.attempts.map(({ number, status }) => [number, status])).toEqual([[1, "pass"]]);
});
