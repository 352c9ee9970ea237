/** What `new:feature` has others do: the generator, pnpm and the compiler, each a process. */
import { basename } from "node:path";
import { BandlineError, EXIT } from "@repo/coverage-core";
import { runProcess } from "@repo/coverage-io";
import { toolEnv } from "../test.js";
import type { NewFeatureIo } from "../new-feature.js";
import type { FeatureNames } from "./name.js";

export type StepName = "generate" | "register" | "install" | "build";

interface Place {
  readonly root: string;
  readonly io: NewFeatureIo;
  readonly names: FeatureNames;
}

const OUTPUT_LINES = 12;

/** @param folder absolute; where the files are made. */
export async function generate(folder: string, { root, io, names: { name, camel } }: Place): Promise<void> {
  const data = { folder, name, camel };
  // It would ask the registry for a newer version of itself; where nobody answers, it does not.
  const offline = { npm_config_registry: "http://127.0.0.1:9/", NO_COLOR: "1" };
  const env = { ...toolEnv(io, root), ...offline, NEW_FEATURE: JSON.stringify(data) };
  await must("generate", name, await attempt(["gen", "run", "feature", "--root", root, "--args", name], { root, io, env }));
}

/** Links of the new package, and its part of the lock file. What is in the store needs no network, and the registry is asked for the rest. */
export async function install({ root, io, names: { name } }: Place): Promise<void> {
  const env = toolEnv(io, root);
  const command = (flag: string) => [...pnpmOf(io.env), "install", "--ignore-scripts", "--no-frozen-lockfile", flag] as const;
  const offline = await attempt(command("--offline"), { root, io, env });
  if (offline.exitCode === 0) return;
  await must("install", name, await attempt(command("--prefer-offline"), { root, io, env }));
}

export async function build({ root, io, names: { name, path } }: Place): Promise<void> {
  await must("build", name, await attempt(["tsc", "-b", path], { root, io, env: toolEnv(io, root) }));
}

interface Attempt {
  readonly exitCode: number;
  readonly said: string;
}

/** @throws the signal's reason where it is aborted. */
async function attempt(
  command: readonly [string, ...string[]],
  { root, io, env }: Pick<Place, "root" | "io"> & { readonly env: NodeJS.ProcessEnv },
): Promise<Attempt> {
  const said: string[] = [];
  const { exitCode } = await runProcess(command, { cwd: root, env, signal: io.signal, write: (chunk) => void said.push(String(chunk)) });
  io.signal.throwIfAborted();
  return { exitCode, said: said.join("") };
}

async function must(step: StepName, name: string, { exitCode, said }: Attempt): Promise<void> {
  if (exitCode !== 0) throw notMade(step, name, `it ended with ${exitCode}: ${lastLines(said)}`);
}

const MENDS: Readonly<Record<StepName, string>> = {
  generate: "pnpm install, which brings the generator",
  register: "correct the file that is named",
  install: "pnpm install",
  build: "pnpm build",
};

export function notMade(step: StepName, name: string, why: string): BandlineError {
  return new BandlineError({
    code: "FEATURE_NOT_MADE",
    message: `${step} failed, and everything is as it was before: ${why}`,
    hint: `${MENDS[step]}; then: pnpm new:feature ${name}`,
    exitCode: EXIT.environment,
  });
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-OUTPUT_LINES).join("\n");
}

/** The pnpm that runs us, wherever it is: it need not be on PATH. */
function pnpmOf({ npm_execpath: running = "" }: NodeJS.ProcessEnv): [string, ...string[]] {
  if (!/^pnpm(?:\.[\w]+)?$/.test(basename(running))) return ["pnpm"];
  return /\.[cm]?js$/.test(running) ? [process.execPath, running] : [running];
}
