export interface Item {
  readonly name: string;
  readonly cents: number;
}

export type Cart = readonly Item[];

export function totalOf(cart: Cart): number {
  return cart.reduce((sum, { cents }) => sum + cents, 0);
}
