import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { runCommand } from "./run-command.js";

const BANDS = { baseline: { statements: 0, branches: 0, functions: 0, lines: 0 } };
const PYTEST = "python3 -m pytest --cov --cov-context=test";

interface Home {
  readonly folder?: string;
  readonly root?: string;
  readonly reports?: readonly string[];
}

it.each<[string, Home, string, string]>([
  ["of vitest in a package", { folder: "packages/a" }, "a.ts", "pnpm test --coverage --filter '@x/a b'"],
  ["of vitest at the root", {}, "a.ts", "pnpm test --coverage"],
  [
    "of pytest, with JSON",
    { reports: ["out/c.json"] },
    "a.py",
    `${PYTEST} --junitxml=out/junit.xml && python3 -m coverage json --show-contexts -o out/c.json`,
  ],
  [
    "of pytest, with XML beside the sources",
    { reports: ["c.xml"] },
    "a.py",
    `${PYTEST} --junitxml=junit.xml && python3 -m coverage xml -o c.xml`,
  ],
  ["of pytest, with lcov", {}, "a.py", `${PYTEST} --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info`],
  [
    "of pytest, without any report",
    { reports: [] },
    "a.py",
    `${PYTEST} --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info`,
  ],
  [
    "of pytest in its folder",
    { folder: "api" },
    "a.py",
    `cd api && ${PYTEST} --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info`,
  ],
  [
    "of pytest in the folder that the manifest speaks for",
    { folder: "m", root: "my api" },
    "a.py",
    `cd 'my api' && ${PYTEST} --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info`,
  ],
])("the command %s", (_sentence, { folder = "", root, reports }, file, expected) => {
  const manifest = {
    name: "a",
    ...(root === undefined ? {} : { root }),
    coverage: { bands: BANDS, ...(reports === undefined ? {} : { reports }) },
  };
  expect(runCommand({ name: "@x/a b", folder: folder === "" ? "" : asRepoPath(folder), manifest, manifestFile: null }, file)).toBe(
    expected,
  );
});

it("the command of a package without a manifest is known, too", () => {
  const home = { name: "api", folder: asRepoPath("api"), manifest: null, manifestFile: null };
  expect(runCommand(home, "a.py")).toMatch(/^cd api && .* lcov -o coverage\/lcov.info$/);
});
