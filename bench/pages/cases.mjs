// The pages that are opened: of this repository, of a large one, of a hostile one, of one of which little is known, and one with everything.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderPage } from "@repo/coverage-core/page";
import { git } from "../data/git.mjs";
import { makeRepository, write } from "../data/make-repository.mjs";
import { fullPage } from "./full-page.mjs";
import { HOSTILE, makeHostile } from "./hostile.mjs";

const HERE = fileURLToPath(new URL("../..", import.meta.url));
const DOOR = `${HERE}scripts/coverage/report.mjs`;

export const CASES = [
  { name: "here", make: (_root, file) => report(HERE, file), has: ["Layers and files"] },
  {
    name: "large",
    make: (root, file) => {
      mkdirSync(root);
      makeRepository(root, 5_000);
      report(root, file, "--input", "coverage/lcov.info");
    },
    isLarge: true,
    has: ["5\u202f000 files"],
  },
  {
    name: "hostile",
    make: (root, file) => {
      makeHostile(root);
      report(root, file);
    },
    has: HOSTILE,
  },
  {
    name: "bare",
    make: (root, file) => {
      write(root, "package.json", '{ "name": "bare" }\n');
      write(root, "a.js", "a();\n");
      write(root, "coverage/lcov.info", "SF:a.js\nDA:1,1\nend_of_record\n");
      git(root, "init", "--quiet", "--initial-branch=main");
      git(root, "add", "a.js", "package.json");
      git(root, "commit", "--quiet", "-m", "Begin");
      report(root, file);
    },
    has: ["No mutant has been run", "No test report"],
  },
  {
    name: "full",
    make: async (_root, file) => writeFileSync(file, await renderPage(fullPage(), sha256)),
    has: ["v8", "Largest moves", "What the change takes away"],
  },
];

function report(cwd, file, ...more) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [DOOR, "--html", file, "--json", ...more], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status === 3 && cwd === HERE) return false;
  if (status !== 0) throw new Error(`coverage:report ended with ${status}: ${stdout}${stderr}`);
  return true;
}

function sha256(text) {
  return createHash("sha256").update(text).digest("base64");
}
