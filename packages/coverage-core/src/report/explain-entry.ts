/** A line that was asked for by `--explain` → its part of the document. */
import type { DiffBase, ExplainEntry, GuardEntry } from "../contract/coverage-diff.js";
import type { Hunk } from "../diff/model.js";
import type { LineExplanation } from "../gate/explain-line.js";
import type { GuardFinding } from "../guard/model.js";
import type { RecordCitation } from "../lcov/cite-record.js";
import type { PackageFacts } from "../policy/file-policy.js";
import { nearestCommand, testCommand } from "./commands.js";
import { snippetOf } from "./snippet.js";

/** What the gate says of a line, and what only the files around it tell. */
export interface ExplainedLine {
  readonly explanation: LineExplanation;
  /** undefined where the file cannot be read as text. */
  readonly text: string | undefined;
  /** Why no diff could have the file, as a sentence part; undefined where one could. */
  readonly outside: string | undefined;
  readonly coverage: { readonly records: readonly RecordCitation[]; readonly why: string };
  readonly freshness: ExplainEntry["freshness"];
}

export interface ExplainContext {
  readonly base: DiffBase | null;
  readonly guard: readonly GuardFinding[];
  readonly nearestTestOf: (file: string) => string | null;
  /** A test's package, which need not be that of the file it tests. */
  readonly packageOf: (file: string) => PackageFacts | null;
}

export function guardEntryOf(finding: GuardFinding): GuardEntry {
  return { ...finding, accepted: finding.reason !== null };
}

export function explainEntryOf(explained: ExplainedLine, context: ExplainContext): ExplainEntry {
  const { explanation, text, coverage, freshness } = explained;
  const { file, line, policy, changed, execution } = explanation;
  const hunk = explanation.hunk === null ? null : asGitWrites(explanation.hunk);
  const guard = context.guard.filter((finding) => finding.file === file && finding.line === line).map(guardEntryOf);
  return {
    file,
    line,
    text: text === undefined ? null : snippetOf(text.split("\n"), line, line),
    package: policy.package?.name ?? null,
    layer: policy.layer,
    band: { ...policy.band },
    function: explanation.function,
    gate: gateOf(explanation),
    change: { changed, hunk, why: changeWhy(explained, hunk, context.base) },
    execution: { ...execution },
    coverage: { ...coverage, records: coverage.records.map((record) => ({ ...record, counts: [...record.counts] })) },
    arms: [...explanation.arms],
    freshness,
    guard,
    verdict: verdictOf(explanation, guard, context),
  };
}

function gateOf({ policy }: LineExplanation): ExplainEntry["gate"] {
  const { exempt, layer } = policy;
  if (exempt !== null) return { gated: false, rule: exempt.id, why: exempt.why };
  const whose = policy.package === null ? "of no package" : `of ${policy.package.name}`;
  return { gated: true, rule: null, why: `no exempt rule matches; a file ${whose}, layer ${layer}` };
}

function changeWhy({ outside }: ExplainedLine, hunk: Hunk | null, base: DiffBase | null): string {
  const against =
    base === null ? "in the diff that was handed in" : `since ${base.mergeBase.slice(0, 7)}, where the change leaves ${base.ref}`;
  if (hunk !== null) return `hunk -${hunk.oldStart},${hunk.oldCount} +${hunk.newStart},${hunk.newCount} ${against}`;
  return outside ?? `not in any hunk ${against}`;
}

/** A side without lines is said to begin at the line before. */
function asGitWrites(hunk: Hunk): Hunk {
  return hunk.oldCount === 0 ? { ...hunk, oldStart: hunk.oldStart - 1 } : hunk;
}

/** What the guard found fails the line whatever the counts say. */
function verdictOf(
  { verdict, policy, file }: LineExplanation,
  guard: readonly GuardEntry[],
  context: ExplainContext,
): ExplainEntry["verdict"] {
  const refused = guard.find(({ accepted }) => !accepted);
  if (refused !== undefined && verdict.outcome !== "fails") {
    return { outcome: "fails", kind: refused.kind, because: `the guard refuses it: ${refused.detail}`, next: "pnpm coverage:diff" };
  }
  if (verdict.kind === null) return { ...verdict, next: null };
  if (verdict.kind === "stale-coverage") return { ...verdict, next: testCommand(policy) };
  const test = context.nearestTestOf(file);
  return { ...verdict, next: nearestCommand(policy, test, test === null ? null : context.packageOf(test)) };
}
