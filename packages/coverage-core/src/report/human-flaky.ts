import type { FailingTest, FlakyDocument, FlakyTest } from "../contract/flaky.js";
import { durationText } from "./duration-text.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

/** The runs with their seeds, then what varied and how to see it again. */
export function renderHumanFlaky(document: FlakyDocument, paint: Painter): Rendered {
  const { status, runs, repeats, packages, flaky, failing, missing } = document;
  const lines = [
    `test:flaky ${status === "pass" ? paint.good(status) : paint.bad(status)}: ${runs.length} of ${repeats} runs of ${packages.length} packages, ${flaky.length} flaky`,
    ...runs.map(
      (run) => `  seed ${run.seed}: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped in ${durationText(run.durationMs)}`,
    ),
    ...flaky.flatMap((test) => [
      `  ${nameOf(test)} ${paint.bad("flaky")}: failed with seed ${test.seeds.failed.join(", ")}, passed with ${test.seeds.passed.join(", ")}`,
      ...causeOf(test),
      indented(test.message),
      `    ${test.rerun}`,
    ]),
    ...failing.flatMap((test) => [
      `  ${nameOf(test)} ${paint.bad("failed")} in each of ${test.failed} runs`,
      indented(test.message),
      `    ${test.rerun}`,
    ]),
    ...missing.map(
      ({ file, tests, seeds }) => `  ${file}: ${tests.length} tests ${paint.note("did not run")} with seed ${seeds.join(", ")}`,
    ),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

function indented(text: string): string {
  return text.replace(/^/gm, "    ");
}

function nameOf({ package: name, file, test }: Pick<FailingTest, "package" | "file" | "test">): string {
  return [file ?? name, ...(test === null ? [] : [test])].join(" > ");
}

function causeOf({ again, reproduced, orderDecides }: FlakyTest): string[] {
  if (orderDecides === null) return [];
  if (orderDecides) return [`    alone, each seed came to the same again (${again.length} runs): the order of the file's tests decides`];
  if (reproduced === true) return ["    alone, it failed again, but not each seed came to the same: more than the order decides"];
  return ["    alone, it did not fail again: chance, time, or tests of other files decide"];
}
