import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { Readable } from "node:stream";
import { dispatchDocument, type DispatchDocument } from "../contract.js";
import { runDispatch, type DispatchIo } from "../dispatch.js";

export const NOW = "2026-05-01T10:00:00.000Z";

export interface Dispatched {
  readonly exitCode: number;
  readonly document: DispatchDocument;
  readonly stderr: string;
}

/** A repository beside which agents lie, each a program of node: `agent("name")` is its command line. */
export interface AgentWorld {
  readonly repo: TempRepo;
  readonly agents: TempRepo;
  agent(name: string): string;
  dispatch(argv: readonly string[], more?: Partial<DispatchIo>): Promise<Dispatched>;
  [Symbol.dispose](): void;
}

/** @param agents programs by name; each has `edit(path, text => text)`, `story` and `attempt`. */
export function createAgentWorld(files: Readonly<Record<string, string>>, agents: Readonly<Record<string, string>>): AgentWorld {
  const repo = createTempRepo(files);
  // A commit needs a name, and nothing of the machine's configuration reaches a test.
  repo.git("config", "user.name", "Test");
  repo.git("config", "user.email", "test@example.invalid");
  const beside = createTempRepo({
    "kit.mjs": KIT,
    ...Object.fromEntries(
      Object.entries(agents).map(([name, text]) => [`${name}.mjs`, `import { attempt, edit, prompt, story } from "./kit.mjs";\n${text}`]),
    ),
  });
  return {
    repo,
    agents: beside,
    agent: (name) => `node ${beside.path(`${name}.mjs`)}`,
    dispatch: async (argv, more = {}) => {
      const [out, err]: [string[], string[]] = [[], []];
      const keep = (kept: string[]) => ({ write: (text: string | Uint8Array) => kept.push(Buffer.from(text as string).toString("utf8")) });
      const io = { cwd: repo.root, env: process.env, stdin: Readable.from([]), clock: () => NOW, signal: new AbortController().signal };
      const exitCode = await runDispatch(argv, { ...io, stdout: keep(out), stderr: keep(err), ...more });
      return { exitCode, document: dispatchDocument.parse(JSON.parse(out.join(""))), stderr: err.join("") };
    },
    [Symbol.dispose]: () => {
      repo.remove();
      beside.remove();
    },
  };
}

const KIT = `import { existsSync, readFileSync, writeFileSync } from "node:fs";
export const attempt = Number(process.env.BANDLINE_ATTEMPT);
export const story = process.env.BANDLINE_STORY_PATH;
export const prompt = readFileSync(0, "utf8");
export const edit = (path, change) => writeFileSync(path, change(existsSync(path) ? readFileSync(path, "utf8") : ""));
`;

/** What an agent writes into its story when it thinks that it is done. */
export const REPORT_DONE = `
edit(story, (text) => text.replaceAll("- [ ]", "- [x]").replace(/<!--\\n(## Post-Implementation Insights[^]*)-->/, "## Post-Implementation Insights\\n\\n### Changelog\\n\\n- Added it.\\n"));
`;
