// Edits lines of a clone of the set, one place in each module a round, and asks the real command twice: for all mutants, and for those of the change.
// Prints how many mutants have something of the edited lines, how many of them the command did not name, and how many are not wholly
// inside those lines: these Stryker leaves out where it is given the lines as a range.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkDependencies } from "../data/link-dependencies.mjs";
import { MODULES } from "../data/mutant-set.mjs";
import { randomOf } from "../data/random.mjs";
import { mutate } from "./mutate.mjs";

const ROUNDS = 6;
const SEED = 7;

/** One line or two: another number where there is one, else a comment. */
function edit(text, random) {
  const lines = text.split("\n").slice(0, -1);
  const count = random(1, 2);
  const first = random(1, lines.length - count + 1);
  const isEdited = (_, index) => index >= first - 1 && index < first - 1 + count;
  const edited = lines.map((line, index) => (isEdited(line, index) ? changed(line) : line));
  return { text: `${edited.join("\n")}\n`, first, last: first + count - 1 };
}

function changed(line) {
  const other = line.replace(/\d+/, (number) => String(Number(number) + 1));
  return other === line ? `${line} // as it was` : other;
}

/** In characters from the start of the text, so that it owes nothing to how the command compares lines. */
function spanOf(text, { start, end }) {
  const offset = ({ line, column }) => offsetOf(text, line) + column - 1;
  return [offset(start), offset(end)];
}

function offsetOf(text, line) {
  let offset = 0;
  for (let n = 1; n < line; n++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}

function round(root, sources, random) {
  const edits = new Map();
  for (const [file, text] of sources) {
    edits.set(file, edit(text, random));
    writeFileSync(join(root, file), edits.get(file).text);
  }
  const named = new Set(mutate(root, ["--list", "--since", "HEAD", "--all"]).plan.map(({ key }) => key));
  const placed = mutate(root, ["--list"]).plan.map((mutant) => {
    const { text, first, last } = edits.get(mutant.file);
    const [from, to] = [offsetOf(text, first), offsetOf(text, last + 1)];
    const [start, end] = spanOf(text, mutant.range);
    const isThere = start < to && end > from;
    return { isThere, isInside: start >= from && end <= to, isNamed: named.has(mutant.key) };
  });
  const there = placed.filter(({ isThere }) => isThere);
  return {
    edits: edits.size,
    mutants: there.length,
    lost: there.filter(({ isNamed }) => !isNamed).length,
    notInside: there.filter(({ isInside }) => !isInside).length,
    besides: placed.filter(({ isThere, isNamed }) => isNamed && !isThere).length,
  };
}

const folder = mkdtempSync(join(tmpdir(), "bandline-bench-"));
try {
  const root = join(folder, "clone");
  execFileSync("git", ["clone", "--quiet", process.cwd(), root]);
  linkDependencies(root);
  const files = readdirSync(join(root, MODULES)).filter((name) => !name.endsWith(".test.ts"));
  const sources = files.sort().map((name) => [`${MODULES}/${name}`, readFileSync(join(root, MODULES, name), "utf8")]);
  const random = randomOf(SEED);
  const rounds = Array.from({ length: ROUNDS }, () => round(root, sources, random));
  const sum = Object.keys(rounds[0]).map((name) => [name, rounds.reduce((total, each) => total + each[name], 0)]);
  process.stdout.write(JSON.stringify(Object.fromEntries(sum)));
} finally {
  rmSync(folder, { recursive: true });
}
