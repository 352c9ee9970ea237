import { describe, expect, it } from "vitest";
import { assertFree, parseFeatureName, type Taken } from "./name.js";

function check(act: () => unknown, message: string, hint: string): void {
  expect(act).toThrow(expect.objectContaining({ message, hint, exitCode: 2 }) as Error);
}

it.each([
  ["one word", "billing", "billing"],
  ["one letter", "a", "a"],
  ["several words", "marketing-pages", "marketingPages"],
  ["digits", "top-10-of2", "top10Of2"],
  ["the longest", "a".repeat(30), "a".repeat(30)],
])("a name may be %s", (_sentence, name, camel) => {
  expect(parseFeatureName(name)).toEqual({ name, camel, package: `@repo/${name}`, path: `packages/${name}` });
});

const ALLOWED = "kebab-case of a-z, 0-9 and single hyphens, a letter first, at most 30 characters, such as marketing-pages";

it.each([
  ["capitals", "Billing", "billing"],
  ["capitals inside", "billingPlan", "billing-plan"],
  ["blanks", " billing plan ", "billing-plan"],
  ["an underscore", "billing_plan", "billing-plan"],
  ["two hyphens", "billing--plan", "billing-plan"],
  ["a hyphen at an end", "billing-", "billing"],
  ["a digit first", "3d-models", "d-models"],
  ["a scope", "@repo/billing", "billing"],
  ["a way out of the folder", "../billing", "billing"],
  ["a dot, which hides it", ".billing", "billing"],
  ["more than 30 characters", `${"a".repeat(29)}-bc`, "a".repeat(29)],
  ["letters that no identifier begins with alone", "日本", "NAME"],
  ["nothing", "", "NAME"],
  ["a device in capitals", "CON", "NAME"],
  ["a line's end", "billing\n", "billing"],
])("a name is refused with %s", (_sentence, name, near) => {
  check(() => parseFeatureName(name), `${JSON.stringify(name)} is no name of a feature; allowed: ${ALLOWED}`, `pnpm new:feature ${near}`);
});

it.each(["con", "nul", "com1", "lpt9"])("a device of Windows is no folder: %s", (name) => {
  const why = "on Windows it is a device, and no folder can be called so";
  check(() => parseFeatureName(name), `"${name}" is no name of a feature; ${why}`, "pnpm new:feature NAME");
});

describe("a name is taken", () => {
  const free: Taken = { entries: [], packages: [] };
  const shop = { folder: "apps/shop", name: "@repo/shop", feature: undefined };

  it.each<[string, Partial<Taken>, string]>([
    ["by a folder", { entries: ["auth", "shop"] }, "packages/shop is there"],
    ["by a folder in another case", { entries: ["Shop"] }, "packages/Shop is there"],
    ["by a package elsewhere", { packages: [shop] }, "apps/shop is @repo/shop, the feature shop"],
    ["by a package in another case", { packages: [{ ...shop, name: "@Repo/Shop" }] }, "apps/shop is @Repo/Shop, the feature shop"],
    ["by a manifest", { packages: [{ ...shop, name: "stand", feature: "shop" }] }, "apps/shop is stand, the feature shop"],
  ])("%s", (_sentence, taken, why) => {
    const act = () => assertFree(parseFeatureName("shop"), { ...free, ...taken });
    check(act, `the name shop is taken: ${why}`, "pnpm new:feature with another name");
  });

  it("by nobody who is called only like it", () => {
    const packages = [{ folder: "packages/shops", name: "@repo/shops", feature: "shops" }];
    expect(() => assertFree(parseFeatureName("shop"), { entries: ["shops", "shop-2"], packages })).not.toThrow();
  });
});
