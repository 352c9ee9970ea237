/**
 * A real story of docs/work, worked on by scripted agents in a copy of its package, and judged by the real gate: vitest, then coverage:diff.
 * @module-tag slow
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { REPORT_DONE, createAgentWorld, type AgentWorld, type Dispatched } from "./__fixtures__/scripted-agents.js";
import { editStory } from "./story/edit-story.js";
import { parseStory } from "./story/parse-story.js";

const ROOT = join(import.meta.dirname, "../../..");
const STORY = "docs/work/refuse-a-blank-name-at-once/refuse-a-blank-name-at-once.md";
const SIGN_IN = "packages/auth/src/application/use-cases/sign-in.ts";
const SIGN_IN_TEST = "packages/auth/src/application/use-cases/sign-in.test.ts";

/** What `verify` does in a repository whose build nobody changes: test, merge, judge. */
const GATE = `import { spawnSync } from "node:child_process";
const [base] = process.argv.slice(2);
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV");
const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
const run = (cwd, ...args) => spawnSync(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
const tested = run("packages/auth", "node_modules/vitest/vitest.mjs", "run", "--coverage");
const merged = run(".", "${ROOT}/scripts/coverage/aggregate.mjs", "--json", "--no-summary");
const judged = run(".", "${ROOT}/scripts/coverage/diff.mjs", "--json", "--base", base);
process.stdout.write(judged.stdout);
process.exitCode = judged.status || merged.status || tested.status;
`;

const CODE = `
edit("${SIGN_IN}", (text) => text.replace("  const user =", '  if (name.trim() === "") {\\n    return undefined;\\n  }\\n  const user ='));
`;
const ROW = `
edit("${SIGN_IN_TEST}", (text) => text.replace('    ["an unknown name"', '    ["a blank name", " ", "correct horse 9"],\\n    ["an unknown name"'));
`;

const AGENTS = {
  learns: `if (attempt === 1) { ${CODE} } else { ${ROW} } ${REPORT_DONE}`,
  ignores: `if (attempt === 1) { ${CODE} edit("${SIGN_IN}", (text) => text.replace("    return undefined;\\n  }\\n  const", "    /* v8 ignore next */\\n    return undefined;\\n  }\\n  const")); } ${REPORT_DONE}`,
  skips: `if (attempt === 1) { edit("${SIGN_IN_TEST}", (text) => text.replace("it.each", "it.skip.each")); } ${REPORT_DONE}`,
};

/** The story as it is before anybody has begun, also where this test is part of its gate. */
function textOf(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  return file === STORY ? editStory(text, { state: "ready", completed_at: null }) : text;
}

let world: AgentWorld;

beforeAll(() => {
  const files = execFileSync(
    "git",
    ["ls-files", "packages/auth", "pnpm-workspace.yaml", "tsconfig.base.json", "packages/core-shared/tsconfig.json", "docs/work"],
    { cwd: ROOT, encoding: "utf8" },
  );
  const copied = files.split("\n").filter((file) => file !== "");
  world = createAgentWorld(
    {
      ".gitignore": "node_modules\ncoverage/\n",
      "gate.mjs": GATE,
      ...Object.fromEntries(copied.map((file) => [file, textOf(file)])),
    },
    AGENTS,
  );
});
afterAll(() => world[Symbol.dispose]());

function dispatch(name: string, ...more: string[]): Promise<Dispatched> {
  const setup = `ln -sfn ${ROOT}/packages/auth/node_modules packages/auth/node_modules`;
  const flags = ["--agent", world.agent(name), "--setup", setup, "--gate", "node gate.mjs {base}", ...more];
  return world.dispatch(["refuse-a-blank-name-at-once", ...flags, "--json"]);
}

function startAnew(): void {
  world.repo.git("worktree", "remove", "--force", ".sandcastle/worktrees/refuse-a-blank-name-at-once");
  world.repo.git("branch", "--delete", "--force", "work/refuse-a-blank-name-at-once");
}

it.each<[string, string, RegExp]>([
  ["adds an ignore hint", "ignores", /v8 ignore/],
  ["skips a test", "skips", /skip/],
])("an agent that %s is caught", async (_, name, action) => {
  const { exitCode, document } = await dispatch(name, "--attempts", "1");
  expect([exitCode, document.attempts.map(({ status }) => status)]).toEqual([1, ["fail"]]);
  expect(document.nextActions.join("\n")).toMatch(action);
  startAnew();
});

it("a story goes from ready to done: the first gate is red and says where, the second is green", async () => {
  const { exitCode, document } = await dispatch("learns", "--merge");
  expect([exitCode, document.attempts.map(({ status }) => status)]).toEqual([0, ["fail", "pass"]]);
  expect(document.attempts[0]?.nextActions[0]).toMatch(
    /^test packages\/auth\/src\/application\/use-cases\/sign-in\.ts:17 \(signIn\), which no test runs/,
  );
  const { fields } = parseStory(readFileSync(world.repo.path(STORY), "utf8"), STORY);
  expect([fields.state, fields.execution?.attempts?.map(({ status, gate_exit_code }) => [status, gate_exit_code])]).toEqual([
    "done",
    [
      ["fail", 1],
      ["pass", 0],
    ],
  ]);
  expect([document.stories[0]?.merged, world.repo.git("status", "--porcelain")]).toEqual([true, ""]);
});
