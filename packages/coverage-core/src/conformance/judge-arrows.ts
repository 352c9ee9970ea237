/** `arrows`: what dependency-cruiser found, each in the words of its rule. */
import type { RuleFinding } from "../contract/conformance.js";
import { isRecord, jsonOf } from "../json-value.js";

/** As much of dependency-cruiser's JSON as is read. Source: its types/violations.d.mts. */
interface Violation {
  readonly rule: { readonly name: string; readonly severity: string };
  readonly from: string;
  readonly to: string;
  readonly unresolvedTo?: string;
  readonly cycle?: readonly { readonly name: string }[];
  readonly via?: readonly { readonly name: string }[];
}

interface StatedRule {
  readonly name?: string;
  readonly comment?: string;
}

export interface Cruise {
  readonly violations: readonly Violation[];
  /** By the rule's name. */
  readonly comments: ReadonlyMap<string, string>;
  /** Every file that an import led to, relative to the repository's root; of node itself and of what leads nowhere there is none. */
  readonly reached: readonly string[];
}

interface Cruised {
  readonly source: string;
  readonly coreModule?: boolean;
  readonly couldNotResolve?: boolean;
}

/** @returns undefined for what is no result of a cruise. Only errors count, as for its own exit code. */
export function parseCruise(stdout: string): Cruise | undefined {
  const result = jsonOf(stdout);
  const { summary, modules } = isRecord(result) ? result : {};
  if (!isRecord(summary) || !Array.isArray(summary["violations"]) || !Array.isArray(modules)) return undefined;
  return {
    violations: (summary["violations"] as Violation[]).filter(({ rule }) => rule.severity === "error"),
    comments: commentsOf(summary["ruleSetUsed"]),
    reached: (modules as Cruised[])
      .filter(({ coreModule, couldNotResolve }) => !coreModule && !couldNotResolve)
      .map(({ source }) => source),
  };
}

function commentsOf(ruleSet: unknown): Map<string, string> {
  const rules = Object.values(isRecord(ruleSet) ? ruleSet : {}).flatMap((each) => (Array.isArray(each) ? (each as StatedRule[]) : []));
  return new Map(rules.flatMap(({ name, comment }) => (name === undefined || comment === undefined ? [] : [[name, comment] as const])));
}

/** @param texts of the files that violations begin in. */
export function judgeArrows({ violations, comments }: Cruise, texts: ReadonlyMap<string, string>): RuleFinding[] {
  return violations.map((violation) => {
    const { rule, from } = violation;
    return {
      file: from,
      line: lineOf(texts.get(from) ?? "", violation),
      message: `${rule.name}: ${sentenceOf(violation)}`,
      hint: comments.get(rule.name) ?? `see the rule ${rule.name} of dependency-cruiser's configuration`,
      code: null,
    };
  });
}

function sentenceOf({ from, to, cycle, via }: Violation): string {
  if (cycle !== undefined) return `it imports itself: ${[from, ...cycle.map(({ name }) => name)].join(" → ")}`;
  if (via !== undefined) return `it reaches ${to}: ${[from, ...via.map(({ name }) => name)].join(" → ")}`;
  return from === to ? "it breaks the rule by itself" : `it imports ${to}`;
}

/** The first line that names the module; dependency-cruiser tells none, and of node's own modules not even how they are named. */
function lineOf(text: string, { unresolvedTo, to }: Violation): number | null {
  const names = [unresolvedTo ?? to, `node:${to}`];
  const index = text.split("\n").findIndex((line) => names.some((name) => line.includes(`"${name}"`) || line.includes(`'${name}'`)));
  return index === -1 ? null : index + 1;
}
