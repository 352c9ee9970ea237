// A clone of this repository as its working tree is, installed, and built as `prepare` would build it: from the build that is here.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { git } from "../data/git.mjs";

const HERE = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const pnpm = /pnpm$/.test(process.env.npm_execpath ?? "") ? process.env.npm_execpath : "pnpm";

/** What git answers. */
const asked = (cwd, ...args) => execFileSync("git", args, { cwd, encoding: "utf8", maxBuffer: 1e9 });

export function createClone() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bandline-newborn-")));
  const root = join(folder, "clone");
  const at = (path) => join(root, path);
  // Results of tests that nothing has changed are taken from here; a run there would come to the same. All worktrees share the cache of the first.
  const shared = dirname(asked(HERE, "rev-parse", "--path-format=absolute", "--git-common-dir").trim());
  const env = { ...process.env, TURBO_CACHE_DIR: join(shared, ".turbo/cache"), NO_COLOR: "1" };
  const run = (program, ...args) => spawnSync(program, args, { cwd: root, env, encoding: "utf8", maxBuffer: 1e9 });
  try {
    git(folder, "clone", "--quiet", HERE, "clone");
    takeUncommitted(root);
    const install = ["install", "--frozen-lockfile", "--ignore-scripts"];
    if (run(pnpm, ...install, "--offline").status !== 0) assertDone(run(pnpm, ...install, "--prefer-offline"));
    for (const path of builtFiles()) if (existsSync(join(HERE, path))) cpSync(join(HERE, path), at(path), { recursive: true });
    assertDone(run(pnpm, "build"));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    root,
    run,
    pnpm: (...args) => run(pnpm, ...args),
    git: (...args) => asked(root, ...args),
    read: (path) => readFileSync(at(path), "utf8"),
    write: (path, text) => writeFileSync(at(path), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What is changed here and in no commit becomes a commit there. */
function takeUncommitted(root) {
  const files = asked(HERE, "ls-files", "-z", "--modified", "--others", "--exclude-standard")
    .split("\0")
    .filter((path) => path !== "");
  for (const path of new Set(files)) {
    if (existsSync(join(HERE, path))) cpSync(join(HERE, path), join(root, path));
    else rmSync(join(root, path), { force: true });
  }
  if (files.length === 0) return;
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--allow-empty", "--no-verify", "-m", "What is in no commit yet");
}

function builtFiles() {
  const packages = readdirSync(join(HERE, "packages"));
  return [
    ...packages.flatMap((name) => ["dist", "tsconfig.tsbuildinfo"].map((made) => `packages/${name}/${made}`)),
    "node_modules/.cache/tests.tsbuildinfo",
  ];
}

function assertDone({ status, stdout, stderr, error }) {
  if (status !== 0) throw error ?? new Error(`the clone could not be made ready:\n${stdout}${stderr}`);
}
