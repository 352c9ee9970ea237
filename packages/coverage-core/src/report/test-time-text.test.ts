import { expect, it } from "vitest";
import { testTimeText } from "./test-time-text.js";

it.each<["warn" | "fail", string]>([
  ["warn", "the tests took 2 min 5 s; above 1 min 0 s it warns, above 2 min 0 s it fails; slowest: b 1 min 50 s, a 15.0 s; next: do it"],
  ["fail", "the tests took 2 min 5 s; 2 min 0 s are allowed; slowest: b 1 min 50 s, a 15.0 s; next: do it"],
])("%s", (status, expected) => {
  const slowest = [
    { name: "b", durationMs: 110_000 },
    { name: "a", durationMs: 15_000 },
  ];
  expect(testTimeText({ status, durationMs: 125_000, warnMs: 60_000, failMs: 120_000, slowest, nextAction: "do it" })).toBe(expected);
});
