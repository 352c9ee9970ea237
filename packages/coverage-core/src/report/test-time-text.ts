import type { TestTime } from "../contract/summary.js";
import { durationText } from "./duration-text.js";

/** How long the tests took against what is allowed, where it went, and what shows it. */
export function testTimeText({ status, durationMs, warnMs, failMs, slowest, nextAction }: TestTime): string {
  const bound =
    status === "fail"
      ? `${durationText(failMs)} are allowed`
      : `above ${durationText(warnMs)} it warns, above ${durationText(failMs)} it fails`;
  const named = slowest.map((each) => `${each.name} ${durationText(each.durationMs)}`).join(", ");
  return `the tests took ${durationText(durationMs)}; ${bound}; slowest: ${named}; next: ${String(nextAction)}`;
}
