import { describe, expect, it } from "vitest";
import { createMutationProgress } from "./progress.js";

type Step = readonly ["begin", string, number] | readonly ["step", number] | readonly ["end"];

/** @param steps `step` and the milliseconds since the beginning. */
function told(steps: readonly Step[], { isTTY = true, isAsked = true } = {}): string {
  const written: string[] = [];
  let at = 0;
  const progress = createMutationProgress({ write: (text) => written.push(String(text)), isTTY }, isAsked, () => at);
  for (const step of steps) {
    if (step[0] === "begin") progress.begin(step[1], step[2]);
    else if (step[0] === "end") progress.end();
    else {
      at = step[1];
      progress.step();
    }
  }
  return written.join("").replaceAll("\r\u001b[K", "^");
}

describe("progress of mutants", () => {
  const rows: [sentence: string, steps: readonly Step[], options: object, expected: string][] = [
    ["names the package and its mutants", [["begin", "a", 7]], {}, "^a: 7 mutants"],
    [
      "tells count, rate and time left",
      [
        ["begin", "a", 30],
        ["step", 100],
        ["step", 500],
      ],
      {},
      "^a: 30 mutants^a: 2 of 30 mutants, 4.0 a second, 7 s left",
    ],
    [
      "tells minutes",
      [
        ["begin", "a", 100],
        ["step", 1000],
      ],
      {},
      "^a: 100 mutants^a: 1 of 100 mutants, 1.0 a second, 1 min 39 s left",
    ],
    [
      "tells hours",
      [
        ["begin", "a", 7300],
        ["step", 1000],
      ],
      {},
      "^a: 7300 mutants^a: 1 of 7300 mutants, 1.0 a second, 2 h 1 min left",
    ],
    [
      "never has more done than there are",
      [
        ["begin", "a", 0],
        ["step", 500],
      ],
      {},
      "^a: 0 mutants^a: 1 of 1 mutants, 2.0 a second, 0 s left",
    ],
    ["takes its line away", [["begin", "a", 7], ["end"], ["end"]], {}, "^a: 7 mutants^"],
    [
      "is a line now and then in a log",
      [["begin", "a", 9], ["step", 14_999], ["step", 15_000], ["end"]],
      { isTTY: false },
      "a: 9 mutants\na: 2 of 9 mutants, 0.1 a second, 53 s left\n",
    ],
    ["is silent where nobody asks", [["begin", "a", 9], ["step", 60_000], ["end"]], { isAsked: false }, ""],
  ];
  it.each(rows)("%s", (_, steps, options, expected) => expect(told(steps, options)).toBe(expected));
});
