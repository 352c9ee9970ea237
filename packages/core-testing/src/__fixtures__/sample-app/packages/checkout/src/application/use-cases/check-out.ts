import { shippingOf } from "../../entities/shipping.js";

interface Deps<Cart> {
  readonly totalOf: (cart: Cart) => number;
}

/** @returns what is to be paid, in cents. */
export function checkOut<Cart>({ totalOf }: Deps<Cart>) {
  return (cart: Cart): number => {
    const total = totalOf(cart);
    return total + shippingOf(total);
  };
}
