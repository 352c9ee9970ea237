/** The whole of `new:feature`: look, make the files aside, put them in their place, register, install, build; or put everything back. */
import { readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { BandlineError, EXIT, asRepoPath, type NewFeatureDocument } from "@repo/coverage-core";
import { listFiles, openRepository, readIfThere, withLock, writeAtomically, type Repository } from "@repo/coverage-io";
import { loadPolicy } from "../gather/load-policy.js";
import type { NewFeatureIo } from "../new-feature.js";
import { madeDocument } from "./answer.js";
import { keepFiles } from "./keep-files.js";
import { assertFree, parseFeatureName, taken, type FeatureNames } from "./name.js";
import { addReference } from "./references.js";
import { build, generate, install, notMade } from "./steps.js";

/** Every list of packages that no glob stands for. */
const PROJECTS = ["tsconfig.json", "tsconfig.tests.json"] as const;
const LOCKFILE = "pnpm-lock.yaml";
/** What pnpm remembers of its last install: put back too, so that the next command does not install again. */
const INSTALLED = ["node_modules/.modules.yaml", "node_modules/.pnpm/lock.yaml", "node_modules/.pnpm-workspace-state-v1.json"];
/** On the same disk as the workspace, and in no commit. */
const ASIDE = "node_modules/.cache/bandline/new-feature";
const PATIENCE_MS = 120_000;

/** @throws BandlineError for a name that cannot be used, and for a step that failed; the signal's reason. Then everything is as before. */
export async function makeFeature(
  name: string,
  { cwd = ".", json = false }: { readonly cwd?: string; readonly json?: boolean },
  io: NewFeatureIo,
): Promise<NewFeatureDocument> {
  const names = parseFeatureName(name);
  const repository = await openRepository(resolve(io.cwd, cwd));
  const tell = (text: string) => {
    if (!json) io.stderr.write(`new:feature: ${text}\n`);
  };
  const { patienceMs = PATIENCE_MS } = io;
  const busy = (holder: number | undefined) => beingMade(holder, name);
  return withLock(join(repository.root, `${ASIDE}.lock`), () => make({ names, repository, io, tell }), { patienceMs, busy });
}

interface Job {
  readonly names: FeatureNames;
  readonly repository: Repository;
  readonly io: NewFeatureIo;
  readonly tell: (text: string) => void;
}

async function make(job: Job): Promise<NewFeatureDocument> {
  const { names, repository, io, tell } = job;
  const { root } = repository;
  io.signal.throwIfAborted();
  await look(job);
  const aside = join(root, ASIDE);
  const folder = join(root, names.path);
  const place = { root, io, names };
  const kept = await keepFiles(root, [...PROJECTS, LOCKFILE, ...INSTALLED]);
  let isInPlace = false;
  try {
    // A run that was killed may have left its own.
    await rm(aside, { recursive: true, force: true });
    tell(`files of ${names.path}`);
    await generate(aside, place);
    if ((await readIfThere(join(aside, "package.json"))) === undefined)
      throw notMade("generate", names.name, "it ended well and made no package.json");
    const files = (await listFiles(aside)).map((file) => `${names.path}/${file}`);
    await rename(aside, folder).catch((error: unknown) => {
      throw takenMeanwhile(names, error);
    });
    isInPlace = true;
    for (const file of PROJECTS) await register(file, place);
    tell("install");
    await install(place);
    tell("build");
    await build(place);
    const registered = (await kept.changed()).filter((file) => !INSTALLED.includes(file));
    return madeDocument({ feature: { name: names.name, package: names.package, path: names.path, files }, registered });
  } catch (error) {
    tell("put everything back");
    await rm(isInPlace ? folder : aside, { recursive: true, force: true });
    await kept.putBack();
    throw error;
  }
}

/** @throws BandlineError for a name that somebody has, or below which no gate would look. */
async function look({ names, repository: { root, git } }: Job): Promise<void> {
  const { packages, policyOf } = await loadPolicy(root);
  const entries = await readdir(join(root, "packages")).catch(() => []);
  assertFree(names, { entries, packages: packages.map(({ folder, name, manifest }) => ({ folder, name, feature: manifest?.name })) });
  const source = `${names.path}/src/entities/entry.ts`;
  const { exempt } = policyOf(asRepoPath(source));
  if (exempt !== null) throw unseen(names, `the exempt rule ${exempt.id} holds for all of it`);
  if ((await git.ask("check-ignore", "--no-index", source)) !== undefined) throw unseen(names, "git ignores it");
}

async function register(file: string, { root, names }: Pick<Job, "names"> & { readonly root: string }): Promise<void> {
  const text = (await readIfThere(join(root, file)))?.toString("utf8");
  const added = text === undefined ? null : addReference(text, names.path);
  if (added === null) throw notMade("register", names.name, `${file} is no JSON with "references" to packages, one { "path": … } for each`);
  await writeAtomically(join(root, file), added);
}

function takenMeanwhile({ name, path }: FeatureNames, error: unknown): BandlineError {
  return taken(name, `${path} cannot be made any more: ${(error as Error).message}`);
}

function unseen({ name, path }: FeatureNames, why: string): BandlineError {
  return new BandlineError({
    code: "FEATURE_NAME_UNSEEN",
    message: `no gate would look at ${path}: ${why}`,
    hint: `pnpm new:feature ${name}-feature`,
    exitCode: EXIT.usage,
  });
}

function beingMade(holder: number | undefined, name: string): BandlineError {
  return new BandlineError({
    code: "FEATURE_BEING_MADE",
    message: `process ${holder ?? "?"} makes a feature in this workspace, and does not end`,
    hint: `wait for it, or end it; then: pnpm new:feature ${name}`,
    exitCode: EXIT.environment,
  });
}
