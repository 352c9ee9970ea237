/** The composition root. Nothing is wired before every feature is known to hold its bands. */
import { assertFeaturesConformance } from "@repo/core-shared/conformance/boot";
import { totalOf } from "../packages/cart/src/entities/cart.js";
import { cartManifest } from "../packages/cart/src/feature.manifest.js";
import { checkOut } from "../packages/checkout/src/application/use-cases/check-out.js";
import { checkoutManifest } from "../packages/checkout/src/feature.manifest.js";

export function boot() {
  assertFeaturesConformance([cartManifest, checkoutManifest]);
  return { checkOut: checkOut({ totalOf }) };
}
