import { asRepoPath } from "@repo/coverage-core";
import { mutatedText, type Mutant } from "@repo/coverage-core/mutation";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "./graded-workspace.js";

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** The ground truth: each mutant in a copy of the package's sources of its own, and all copies in one run of plain vitest. @returns colours by the mutants' names. */
export async function applyEach(
  repo: TempRepo,
  mutants: readonly (Omit<Mutant, "file"> & { readonly file: string })[],
): Promise<Record<string, "green" | "red">> {
  const home = repo.path("packages/grade");
  const sources = readdirSync(join(home, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const copies = mutants.flatMap((mutant, index) =>
    sources.map((name) => {
      const text = readFileSync(join(home, "src", name), "utf8");
      const isMutated = mutant.file.endsWith(`/src/${name}`);
      return [`copy-${index}/${name}`, isMutated ? mutatedText(text, { ...mutant, file: asRepoPath(mutant.file) }) : text] as const;
    }),
  );
  using all = createTempRepo({ "package.json": '{ "type": "module" }\n', ...Object.fromEntries(copies) });
  symlinkSync(readlinkSync(join(home, "node_modules")), all.path("node_modules"));
  const report = all.path("report.json");
  await plainVitest(all, report);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return Object.fromEntries(
    mutants.map((mutant, index) => {
      const own = testResults.filter(({ name }) => name.startsWith(all.path(`copy-${index}/`)));
      if (own.length !== 2) throw new Error(`${nameOf(mutant)}: ${own.length} test files ran`);
      return [nameOf(mutant), own.every(({ status }) => status === "passed") ? "green" : "red"];
    }),
  );
}

/** It fails, as mutants do. The variables by which the vitest around this one would speak to it are left out. */
function plainVitest(repo: TempRepo, report: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV"));
  const args = [
    repo.path("node_modules/vitest/vitest.mjs"),
    "run",
    "--no-isolate",
    "--no-file-parallelism",
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: repo.root, env }, () => resolve());
  });
}
