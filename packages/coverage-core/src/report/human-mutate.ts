import type { MutateDocument, MutationDrift, MutationPackage, PlannedMutant, Survivor } from "../contract/mutate.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

/** The scores as a table, a row for each package, then what tests did not notice and what to do about it. */
export function renderHumanMutate(document: MutateDocument, paint: Painter): Rendered {
  const { packages, survivors, inconclusive, drifts, plan, proof } = document;
  const lines = [
    headlineOf(document, paint),
    ...tableOf(packages, paint),
    ...survivors.flatMap((each) => survivorLines(each, paint.bad(each.status === "noCoverage" ? "no test runs it" : "survived"), paint)),
    ...inconclusive.flatMap((each) => survivorLines(each, paint.note(`inconclusive (${each.reason ?? "no reason is known"})`), paint)),
    ...drifts.map((drift) => driftLine(drift, paint)),
    ...(plan ?? []).map((each) => `  ${placeOf(each)}: ${changeOf(each)} ${each.key}`),
    ...(proof === null ? [] : [`  ${proof.test}: ${proof.original} on the original, ${proof.mutant} on mutant ${proof.key}`]),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
    ...(document.nextActions.length === 0 ? [] : ["next:", ...document.nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

const COLOURS: Readonly<Record<MutateDocument["status"], keyof Painter>> = {
  pass: "good",
  fail: "bad",
  partial: "note",
  error: "bad",
  "nothing-to-do": "good",
};

function headlineOf({ status, packages, base, plan, shard, survivors }: MutateDocument, paint: Painter): string {
  const against = base === null ? "" : ` since ${base.ref} (${base.mergeBase.slice(0, 7)})`;
  const part = shard === null ? "" : `, shard ${shard.index}/${shard.count}`;
  const head = `mutate ${paint[COLOURS[status]](status)}${against}${part}`;
  if (plan !== null) return `${head}: ${counted(plan.length, "mutant")} to run`;
  if (packages.length === 0) return head;
  const ran = packages.reduce((sum, { counts }) => sum + counts.killed + counts.timeout + counts.survived, 0);
  return `${head}: ${counted(ran, "mutant")} ran, ${counted(survivors.length, "survivor")}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

const COLUMNS = ["score", "required", "killed", "timeout", "survived", "uncovered", "open"] as const;

function tableOf(packages: readonly MutationPackage[], paint: Painter): string[] {
  if (packages.length === 0) return [];
  const width = Math.max(...packages.map(({ name }) => name.length));
  const head = `  ${"".padEnd(width)}${COLUMNS.map((word) => word.padStart(10)).join("")}`;
  return [head, ...packages.map((each) => `  ${each.name.padEnd(width)}${cellsOf(each)}${noteOf(each, paint)}`)];
}

function cellsOf({ score, threshold, counts }: MutationPackage): string {
  const open = counts.inconclusive + counts.notRun;
  const cells = [percentText(score), percentText(threshold), counts.killed, counts.timeout, counts.survived, counts.noCoverage, open];
  return cells.map((cell) => String(cell).padStart(10)).join("");
}

function percentText(percent: number | null): string {
  return percent === null ? "–" : percent.toFixed(2);
}

function noteOf({ status, interval, drift }: MutationPackage, paint: Painter): string {
  const notes = [
    ...(status === "pass" ? [] : [paint[COLOURS[status]](status)]),
    ...(interval === null ? [] : [`between ${interval.low} and ${interval.high}`]),
    ...(drift === null || drift === 0 ? [] : [`${drift > 0 ? "+" : ""}${drift} since the committed scores`]),
  ];
  return notes.length === 0 ? "" : `  ${notes.join(", ")}`;
}

function survivorLines(survivor: Survivor, word: string, paint: Painter): string[] {
  const { original, replacement, coveredBy, hint, suggestedTestFile, rerun, verified } = survivor;
  return [
    `  ${paint.strong(placeOf(survivor))} ${survivor.mutator} ${word}${VERIFIED[String(verified)] ?? ""}`,
    ...markedLines("-", original),
    ...markedLines("+", replacement),
    ...(coveredBy.length === 0 ? [] : [`    run by ${counted(coveredBy.length, "test")}`]),
    `    ${hint}; in ${suggestedTestFile}`,
    `    ${rerun}`,
  ];
}

const VERIFIED: Readonly<Record<string, string>> = {
  true: ", and in plain vitest too",
  false: ", but plain vitest notices it",
};

const MOST_LINES = 3;

/** A whole block may be longer than anyone reads here; the document's diff has it all. */
function markedLines(sign: string, code: string): string[] {
  const lines = code.split(/\r?\n/);
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${sign} ${line}`);
  return lines.length > MOST_LINES ? [...shown, `    ${sign} … ${lines.length - MOST_LINES} more`] : shown;
}

function placeOf({ file, range, symbol }: PlannedMutant): string {
  return `${file}:${range.start.line}:${range.start.column}${symbol === null ? "" : ` (${symbol})`}`;
}

function changeOf({ mutator, original, replacement }: PlannedMutant): string {
  return `${mutator} ${firstLine(original)} → ${firstLine(replacement)}`;
}

function firstLine(code: string): string {
  const [first, ...rest] = code.split(/\r?\n/) as [string, ...string[]];
  return rest.length === 0 ? first : `${first} …`;
}

function driftLine({ scope, name, kind, from, to, survivors }: MutationDrift, paint: Painter): string {
  const word = paint.bad("drift");
  if (kind === "score-dropped") return `  ${word}: the score of ${scope} ${name} fell from ${percentText(from)} to ${percentText(to)}`;
  return `  ${word}: ${name} did not change and has ${counted(survivors.length, "new survivor")}: ${survivors.join(", ")}`;
}
