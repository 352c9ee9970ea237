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
}

/** @returns undefined for what is no result of a cruise. Only errors count, as for its own exit code. */
export function parseCruise(stdout: string): Cruise | undefined {
  const result = jsonOf(stdout);
  const summary = isRecord(result) && isRecord(result["summary"]) ? result["summary"] : undefined;
  if (!Array.isArray(summary?.["violations"])) return undefined;
  const rules = Object.values(isRecord(summary["ruleSetUsed"]) ? summary["ruleSetUsed"] : {}).flatMap((each) =>
    Array.isArray(each) ? (each as StatedRule[]) : [],
  );
  const comments = new Map(
    rules.flatMap(({ name, comment }) => (name === undefined || comment === undefined ? [] : [[name, comment] as const])),
  );
  return { violations: (summary["violations"] as Violation[]).filter(({ rule }) => rule.severity === "error"), comments };
}

/** @param texts of the files that violations begin in. */
export function judgeArrows({ violations, comments }: Cruise, texts: ReadonlyMap<string, string>): RuleFinding[] {
  return violations.map((violation) => {
    const { rule, from, unresolvedTo } = violation;
    return {
      file: from,
      line: lineOf(texts.get(from) ?? "", unresolvedTo),
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

/** The first line that names the module; dependency-cruiser tells none. */
function lineOf(text: string, specifier: string | undefined): number | null {
  if (specifier === undefined) return null;
  const index = text.split("\n").findIndex((line) => line.includes(`"${specifier}"`) || line.includes(`'${specifier}'`));
  return index === -1 ? null : index + 1;
}
