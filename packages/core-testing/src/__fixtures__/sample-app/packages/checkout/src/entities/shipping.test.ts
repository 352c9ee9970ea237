import { expect, it } from "vitest";
import { shippingOf } from "./shipping.js";

it.each([
  [4_999, 490],
  [5_000, 0],
])("of %i cents shipping is %i", (total, shipping) => {
  expect(shippingOf(total)).toBe(shipping);
});
