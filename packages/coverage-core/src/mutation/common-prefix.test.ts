import { expect, it } from "vitest";
import { commonPrefix } from "./common-prefix.js";

it.each<[string, string, number]>([
  ["", "", 0],
  ["abc", "abc", 3],
  ["abc", "abd", 2],
  ["abc", "abcd", 3],
  ["abcd", "abc", 3],
  ["xbc", "abc", 0],
])("%j and %j begin alike for %d characters", (a, b, length) => expect(commonPrefix(a, b)).toBe(length));
