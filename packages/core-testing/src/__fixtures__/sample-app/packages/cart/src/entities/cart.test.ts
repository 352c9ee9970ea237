import { expect, it } from "vitest";
import { totalOf } from "./cart.js";

it("a cart's total is that of its items", () => {
  expect(
    totalOf([
      { name: "tea", cents: 300 },
      { name: "cup", cents: 900 },
    ]),
  ).toBe(1_200);
});
