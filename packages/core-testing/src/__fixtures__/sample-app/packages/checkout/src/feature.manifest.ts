import { defineFeature } from "@repo/core-shared/conformance/feature";

export const checkoutManifest = defineFeature({
  name: "checkout",
  coverage: {
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
      entities: { statements: 100, branches: 100, functions: 100, lines: 100 },
      "use-cases": { statements: 100, branches: 95, functions: 100, lines: 100 },
    },
    mutationTargets: ["entities", "use-cases"],
  },
} as const);
