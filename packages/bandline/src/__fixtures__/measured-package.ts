import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { runVitest } from "./run-vitest.js";

const MODULES = join(import.meta.dirname, "../../node_modules");

/** An arm on a line that cannot run, an else that is not there, a statement of several lines, methods, and a call that throws. */
const ORDER = `export interface Item {
  readonly price: number;
  readonly count?: number;
}

export function total(items: readonly Item[], rate = 1): number {
  let sum = 0;
  for (const { price, count = 1 } of items) {
    if (price > 0) sum += price * count;
  }
  return Math.round(
    sum *
      rate,
  );
}

export const isFree = (item: Item): boolean => item.price === 0 || (item.count ?? 1) === 0;

export function sizeOf(count: number): string {
  switch (count) {
    case 0:
      return "none";
    case 1:
      return "one";
    default:
      return count > 9 ? "many" : "some";
  }
}

export class Basket {
  private readonly items: Item[] = [];
  add(item: Item): this {
    this.items.push(item);
    return this;
  }
  clear(): void {
    this.items.length = 0;
  }
}

function assertPaid(paid: number): void {
  if (paid < 0) throw new Error("not paid");
}

export function receiptOf(paid: number): string {
  assertPaid(paid);
  return "paid " + String(paid);
}
`;

const UNTESTED = `export function priceOf(isFree: boolean): number {
  if (isFree) return 0;
  return 1;
}
`;

const TEST = `import { expect, it } from "vitest";
import { Basket, isFree, receiptOf, sizeOf, total } from "./order.js";
it("adds up", () => expect(total([{ price: 2 }, { price: 3, count: 2 }])).toBe(8));
it("is free", () => expect(isFree({ price: 0 })).toBe(true));
it("has a size", () => expect([sizeOf(1), sizeOf(3)]).toEqual(["one", "some"]));
it("takes more", () => expect(new Basket().add({ price: 1 })).toBeDefined());
it("is not paid", () => expect(() => receiptOf(-1)).toThrow("not paid"));
`;

const CONFIG = `export default {
  test: { include: ["src/**/*.test.ts"], coverage: { include: ["src/**/*.ts"], reporter: ["lcovonly", "json", "cobertura", "clover"] } },
};
`;

/** A package whose one run vitest reports in four formats, in a repository of its own. */
export interface MeasuredPackage {
  readonly repo: TempRepo;
  vitest(...args: string[]): Promise<string>;
}

export function createMeasuredPackage(): MeasuredPackage {
  const repo = createTempRepo({
    ".gitignore": "node_modules\nreports/\n",
    "package.json": '{ "name": "measured", "type": "module" }\n',
    "vitest.config.mjs": CONFIG,
    "src/order.ts": ORDER,
    "src/order.test.ts": TEST,
    "src/untested.ts": UNTESTED,
  });
  symlinkSync(MODULES, repo.path("node_modules"));
  return { repo, vitest: (...args) => runVitest(MODULES, repo.root, args) };
}
