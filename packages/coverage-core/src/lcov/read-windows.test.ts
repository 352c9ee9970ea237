import fc from "fast-check";
import { expect, it } from "vitest";
import { sourceOf } from "./byte-source.js";
import { createWindows } from "./read-windows.js";

const CONTENTS = [1, 2, 3].map((seed) => Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * seed) % 251)));

/** How often each source was read. */
function check(asked: readonly (readonly [place: number, from: number, length: number])[]): number[] {
  const reads = CONTENTS.map(() => 0);
  const sources = CONTENTS.map((content, place) => {
    const source = sourceOf(content);
    return {
      size: source.size,
      read: (target: Uint8Array, from: number) => ((reads[place] = (reads[place] ?? 0) + 1), source.read(target, from)),
    };
  });
  const bytes = createWindows([...sources, ...Array.from({ length: 1_000 }, () => sourceOf(Buffer.alloc(0)))]);
  for (const [place, from, length] of asked) {
    const to = Math.min(40_000, from + length);
    expect(bytes(place, from, to).equals(CONTENTS[place]?.subarray(from, to) ?? Buffer.alloc(0))).toBe(true);
  }
  return reads;
}

it("windows show what is between two offsets, whatever was asked before", () => {
  const question = fc.tuple(fc.nat(2), fc.nat(39_999), fc.nat(20_000));
  fc.assert(fc.property(fc.array(question, { maxLength: 20 }), (asked) => void check(asked)));
});

const inTurn = Array.from({ length: 100 }, (_, index) => index);

it.each<[string, [number, number, number][], number[]]>([
  ["one source that is read on and on is read seldom, in large pieces", inTurn.map((at) => [0, at * 400, 400]), [2, 0, 0]],
  [
    "the large window goes from one source to the next",
    [...inTurn, ...inTurn].map((at, index) => [index < 100 ? 0 : 1, at * 400, 400]),
    [2, 2, 0],
  ],
  [
    "sources that are read in turn are read piece by piece",
    inTurn.flatMap((at) => [0, 1].map((place): [number, number, number] => [place, at * 400, 400])),
    [5, 5, 0],
  ],
])("%s", (_sentence, asked, reads) => {
  expect(check(asked)).toEqual(reads);
});
