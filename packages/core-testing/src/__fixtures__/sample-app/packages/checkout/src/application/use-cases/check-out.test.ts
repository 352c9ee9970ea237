import { expect, it } from "vitest";
import { checkOut } from "./check-out.js";

it("whoever checks out pays the cart and its shipping", () => {
  expect(checkOut({ totalOf: (cents: number) => cents })(1_200)).toBe(1_690);
});
