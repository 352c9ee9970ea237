import { expect, it } from "vitest";
import { durationText } from "./duration-text.js";

it.each<[number, string]>([
  [0, "0.0 s"],
  [49, "0.0 s"],
  [50, "0.1 s"],
  [59_949, "59.9 s"],
  [59_950, "1 min 0 s"],
  [119_499, "1 min 59 s"],
  [119_500, "2 min 0 s"],
  [312_000, "5 min 12 s"],
  [7_260_000, "121 min 0 s"],
])("%i ms are %s", (ms, expected) => expect(durationText(ms)).toBe(expected));
