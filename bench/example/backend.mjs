// A copy of examples/python-backend in a git repository of its own, tested by real pytest.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { git } from "../data/git.mjs";

export const EXAMPLE = fileURLToPath(new URL("../../examples/python-backend", import.meta.url));
const DOOR = fileURLToPath(new URL("../../scripts/coverage/domains.mjs", import.meta.url));
const MADE = /(?:^|\/)(?:__pycache__|\.pytest_cache|\.coverage|coverage)$/;

/** @returns the python that has pytest, pytest-cov and coverage; undefined where none has. */
export function findPython() {
  return ["python3", "/usr/bin/python3"].find((each) => spawnSync(each, ["-c", "import pytest, pytest_cov, coverage"]).status === 0);
}

/** @param python as `findPython` answers. The first tests alone are there; `addTests` brings the others. */
export function createBackend(python) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bandline-example-")));
  const root = join(folder, "podcast");
  const run = (...args) => spawnSync(python, args, { cwd: root, encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
  const commit = (message) => {
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "-m", message);
  };
  const touch = (path, seconds) => {
    const time = Date.now() / 1000 + seconds;
    utimesSync(join(root, path), time, time);
  };
  cpSync(EXAMPLE, root, { recursive: true, filter: (path) => !MADE.test(path) });
  renameSync(join(root, "tests/edges"), join(folder, "edges"));
  git(root, "init", "--quiet", "--initial-branch=main");
  commit("Begin");
  return {
    addTests() {
      renameSync(join(folder, "edges"), join(root, "tests/edges"));
      commit("Test the edges");
    },
    /** pytest's exit code is its own business: a test that fails is one of the cases. */
    test() {
      run("-m", "pytest", "--quiet");
      const { status, stderr, stdout } = run("-m", "coverage", "json", "--quiet");
      if (status !== 0) throw new Error(`coverage json ended with ${status}: ${stderr}${stdout}`);
    },
    /** What coverage.py says of each file. */
    coveragePy: () => JSON.parse(readFileSync(join(root, "coverage/coverage.json"), "utf8")).files,
    coveragePyVersion: () => JSON.parse(readFileSync(join(root, "coverage/coverage.json"), "utf8")).meta.version,
    read: (path) => readFileSync(join(root, path), "utf8"),
    /** Text, newer than every report by now; null to delete. */
    write(path, text) {
      if (text === null) return rmSync(join(root, path));
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      touch(path, 5);
    },
    /** As it was committed, and older than every report to come. */
    restore(path) {
      git(root, "checkout", "--quiet", "--", path);
      touch(path, -60);
    },
    domains(...argv) {
      const { error, status, stdout, stderr } = spawnSync(process.execPath, [DOOR, ...argv], { cwd: root, encoding: "utf8" });
      if (error) throw error;
      return { exitCode: status, document: JSON.parse(stdout), stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
