import { describe, expect, it } from "vitest";
import { createProgress } from "./progress.js";

/** What is written when 1 MB more is read at each of these milliseconds. */
function check(times: readonly number[], isTTY: boolean, expected: string, isAsked = true): void {
  const written: string[] = [];
  const clock = [0, ...times];
  const progress = createProgress({ write: (text) => written.push(String(text)), isTTY }, isAsked, () => clock.shift() ?? 0);
  times.forEach((_time, index) => {
    progress.tell({ reports: index + 1, bytes: (index + 1) * 1e6 });
  });
  progress.end();
  expect(written.join("").replaceAll("\r\u001b[K", "|")).toBe(expected);
}

describe("progress", () => {
  it.each<[string, number[], boolean, string]>([
    ["is not told in the first second", [10, 999], true, ""],
    ["is told from then on, and taken away", [10, 1_000, 2_000], true, "|2 reports, 2 MB read, 2 MB/s|3 reports, 3 MB read, 2 MB/s|"],
    [
      "is told five times a second at most",
      [1_000, 1_100, 1_199, 1_200],
      true,
      "|1 reports, 1 MB read, 1 MB/s|4 reports, 4 MB read, 3 MB/s|",
    ],
    ["is told nobody who does not look", [1_000, 2_000], false, ""],
  ])("%s", (_sentence, times, isTTY, expected) => {
    check(times, isTTY, expected);
  });

  it("is not told where no word is to be said", () => {
    check([1_000, 2_000], true, "", false);
  });
});
