import type { AgentsDocument } from "@repo/coverage-core";
import { agentsDocument } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { BEGIN, END, keepMarked } from "./agents/keep-marked.js";
import { RULES } from "./agents/rules.js";
import { AGENT_FILES, runAgents } from "./agents.js";

interface Ran {
  readonly exitCode: number;
  readonly document: AgentsDocument;
  readonly stderr: string;
}

async function agents({ root }: Pick<TempRepo, "root">, ...argv: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const keep = (kept: string[]) => ({ write: (text: string | Uint8Array) => kept.push(String(text)) });
  const exitCode = await runAgents(argv, { cwd: root, env: {}, stdin: Readable.from([]), stdout: keep(out), stderr: keep(err) });
  return { exitCode, document: agentsDocument.parse(JSON.parse(out.join(""))), stderr: err.join("") };
}

const BLOCK = `${BEGIN}\n\n${RULES}\n${END}\n`;
const changedOf = ({ document }: Ran) => document.files.map(({ changed }) => changed);

it("files that are not there are made, and the next run changes nothing", async () => {
  using repo = createTempRepo({ "a.txt": "" });
  const behind = await agents(repo, "--check");
  expect([behind.exitCode, behind.document.nextActions, repo.git("status", "--porcelain")]).toEqual([
    1,
    ["pnpm agents, and commit AGENTS.md and CLAUDE.md"],
    "",
  ]);
  expect(behind.stderr).toContain("AGENTS.md is out of date");
  const made = await agents(repo);
  expect([made.exitCode, changedOf(made), made.stderr]).toEqual([0, [true, true], expect.stringContaining("CLAUDE.md is written")]);
  expect(AGENT_FILES.map((path) => readFileSync(repo.path(path), "utf8"))).toEqual([BLOCK, BLOCK]);
  const again = await agents(repo, "--check");
  expect([again.exitCode, changedOf(again), again.stderr]).toEqual([0, [false, false], expect.stringContaining("AGENTS.md is up to date")]);
  expect((await agents(repo, "--json", "--cwd", ".")).stderr).toBe("");
});

it("bytes outside of the markers stay, also those that are no text", async () => {
  const before = Buffer.concat([Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(`\n${BEGIN}  \nold\n`)]);
  const after = Buffer.from([0x0a, 0xe2, 0x82]);
  using repo = createTempRepo({ "AGENTS.md": Buffer.concat([before, Buffer.from(END), after]) });
  await agents(repo);
  const kept = Buffer.concat([Buffer.from([0xff, 0xc3, 0x28, 0x0a]), Buffer.from(BLOCK.trimEnd()), after]);
  expect(readFileSync(repo.path("AGENTS.md")).equals(kept)).toBe(true);
});

it("one file that is a link to the other stays one", async () => {
  using repo = createTempRepo({ "AGENTS.md": "# Ours\n" });
  symlinkSync("AGENTS.md", repo.path("CLAUDE.md"));
  expect((await agents(repo)).exitCode).toBe(0);
  expect([readlinkSync(repo.path("CLAUDE.md")), readFileSync(repo.path("AGENTS.md"), "utf8")]).toEqual(["AGENTS.md", `# Ours\n\n${BLOCK}`]);
});

const marked = (content: string) => `${BEGIN}\n\n${content}\n\n${END}`;

it.each<[string, string | undefined, string]>([
  ["is made where there is none", undefined, `${marked("new")}\n`],
  ["is filled where it is empty", "", `${marked("new")}\n`],
  ["grows at its end", "# Ours\n", `# Ours\n\n${marked("new")}\n`],
  ["grows at its end, which is no line's", "# Ours", `# Ours\n\n${marked("new")}\n`],
  ["keeps what stands around", `a\n${marked("old\nolder")}\nb`, `a\n${marked("new")}\nb`],
  ["keeps its line ends", `a\r\n${BEGIN}\r\nold\r\n${END}\r\nb`, `a\r\n${marked("new").replaceAll("\n", "\r\n")}\r\nb`],
  ["may speak of a marker", `the line ${BEGIN} begins it\n${marked("old")}\n`, `the line ${BEGIN} begins it\n${marked("new")}\n`],
])("a file %s", (_, text, expected) => expect(keepMarked(text, "new\n", "a.md")).toBe(expected));

it.each<[string, string, RegExp]>([
  ["no end", `${BEGIN}\n`, /^AGENTS\.md: 1 times .*, 0 times/],
  ["no beginning", `${END}\n`, /0 times .*, 1 times/],
  ["two of each", `${marked("a")}\n${marked("b")}\n`, /2 times .*, 2 times/],
  ["two ends", `${marked("a")}\n${END}\n`, /1 times .*, 2 times/],
  ["the end first", `${END}\n${BEGIN}\n`, /1 times .*, 1 times .*; allowed: one of each, in this order/],
])("markers with %s are refused, and no file is written", async (_, text, message) => {
  using repo = createTempRepo({ "AGENTS.md": text });
  const { exitCode, document, stderr } = await agents(repo);
  expect([exitCode, document.errors.map(({ code }) => code), document.files]).toEqual([2, ["MARKERS_BROKEN"], []]);
  expect(document.errors[0]?.message).toMatch(message);
  expect(stderr).toContain("MARKERS_BROKEN");
  expect(repo.git("status", "--porcelain")).toBe("");
});

it("help is the answer, and an unknown flag an error", async () => {
  const out: string[] = [];
  const io = { cwd: ".", env: {}, stdin: Readable.from([]), stderr: { write: () => true } };
  expect(await runAgents(["--help"], { ...io, stdout: { write: (text: unknown) => out.push(String(text)) } })).toBe(0);
  expect(out.join("")).toContain("--check");
  using repo = createTempRepo({ "a.txt": "" });
  expect((await agents(repo, "--chck")).document.errors[0]?.code).toBe("USAGE");
});

const ROOT = join(import.meta.dirname, "../../..");

it("the files of this repository are up to date (pnpm agents writes them)", () => {
  for (const path of AGENT_FILES) {
    const text = readFileSync(join(ROOT, path), "latin1");
    expect(keepMarked(text, Buffer.from(RULES).toString("latin1"), path) === text).toBe(true);
  }
});
