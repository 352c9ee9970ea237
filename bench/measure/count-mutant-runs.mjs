// How many mutants `mutate --since HEAD` hands to vitest, and how many it says that the change needs: those of `--list`.
// Counted in the processes that run the tests, so also what was run and not told of. Prints both, as it is and with `--all`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mutate } from "./mutate.mjs";

const COUNTER = new URL("preload-mutant-counter.mjs", import.meta.url).href;

function countOf(flags) {
  const folder = mkdtempSync(join(tmpdir(), "bandline-bench-"));
  const runs = join(folder, "runs");
  writeFileSync(runs, "");
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ""} --import=${COUNTER}`.trim();
  try {
    const needed = mutate(process.cwd(), ["--list", "--since", "HEAD", ...flags]).plan.length;
    const env = { ...process.env, NODE_OPTIONS: nodeOptions, BENCH_MUTANT_RUNS: runs };
    mutate(process.cwd(), ["--since", "HEAD", "--no-reuse", "--no-score", ...flags], env);
    return { needed, ran: readFileSync(runs, "utf8").split("\n").length - 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.stdout.write(JSON.stringify({ one: countOf([]), all: countOf(["--all"]) }));
