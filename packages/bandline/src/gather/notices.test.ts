import { expect, it } from "vitest";
import { createNotices } from "./notices.js";

function check(abouts: readonly string[], expected: readonly string[]): void {
  const { add, list } = createNotices();
  for (const about of abouts) add({ code: "X", message: `of ${about}`, about });
  expect(list().map(({ message }) => message)).toEqual(expected);
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at));
const FIVE = ["of 0", "of 1", "of 2", "of 3", "of 4"];

it.each<[string, string[], string[]]>([
  ["the same thing once", ["a", "b", "a"], ["of a", "of b"]],
  ["five things and no more", numbered(5), FIVE],
  ["a sixth as a number", [...numbered(6), ...numbered(6)], [...FIVE, "1 more of these"]],
  ["a thousand as a number", numbered(1_000), [...FIVE, "995 more of these"]],
  ["what comes behind a thousand without a number", numbered(3_000), [...FIVE, "more than 995 more of these"]],
])("tells %s", (_sentence, abouts, expected) => {
  check(abouts, expected);
});
