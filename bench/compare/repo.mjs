// Real repositories for the comparison, and reports as test runners write them.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { git } from "../data/git.mjs";

/** What every case begins with: one function, its test, and a branch `change` on which the case's change is made. */
export const PRICE = `export function price(amount: number): number {
  if (amount > 100) {
    return amount - 10;
  }
  return amount;
}
`;
const TEST = `import { expect, test } from "vitest";
import { price } from "./price.js";
test("a small amount stays", () => expect(price(1)).toBe(1));
test("a large amount is less", () => expect(price(101)).toBe(91));
`;
const FIRST = {
  "package.json": `{ "name": "shop", "private": true }\n`,
  ".gitignore": "/coverage/\n",
  "src/price.ts": PRICE,
  "src/price.test.ts": TEST,
};

/** @param more files that the base has beside those that every case begins with. */
export function createRepo(more = {}) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bandline-compare-")));
  const repo = {
    root,
    git: (...args) => git(root, ...args),
    /** Text, or null to delete. */
    write(files) {
      for (const [path, text] of Object.entries(files)) writeOne(join(root, path), text);
    },
    commit(files) {
      repo.write(files);
      repo.git("add", "--all");
      repo.git("commit", "--quiet", "-m", "Change");
    },
    /** What a test run leaves behind: the report of the files as they are now. `lcov` is text, or counts by file and line. */
    test(lcov, { at = "coverage/lcov.info" } = {}) {
      repo.write({ [at]: typeof lcov === "string" ? lcov : lcovOf(lcov) });
    },
    /** The same with the record that bandline's preset for vitest writes beside the report: which text was measured. */
    testWithRecord(counts) {
      repo.test(counts);
      const sources = Object.fromEntries(Object.keys(counts).map((path) => [path, { blob: blobOf(readFileSync(join(root, path))) }]));
      repo.write({ "coverage/sources.json": JSON.stringify({ schemaVersion: "1.0", sources }) });
    },
    /** Sets a file's time to `seconds` from now. */
    touch(path, seconds) {
      const time = Date.now() / 1000 + seconds;
      utimesSync(join(root, path), time, time);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  repo.git("init", "--quiet", "--initial-branch=main");
  repo.commit({ ...FIRST, ...more });
  repo.git("checkout", "--quiet", "-b", "change");
  return repo;
}

/** @param counts by file and line, as `{ "src/price.ts": { 2: 1, 3: 0 } }`. */
export function lcovOf(counts) {
  return Object.entries(counts).map(recordOf).join("");
}

function recordOf([path, lines]) {
  const all = Object.entries(lines).map(([line, count]) => `DA:${line},${count}\n`);
  const hit = Object.values(lines).filter((count) => count > 0).length;
  return `TN:\nSF:${path}\n${all.join("")}LF:${all.length}\nLH:${hit}\nend_of_record\n`;
}

function writeOne(path, text) {
  if (text === null) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function blobOf(bytes) {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
