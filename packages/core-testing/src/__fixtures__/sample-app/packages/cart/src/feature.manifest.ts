import { defineFeature } from "@repo/core-shared/conformance/feature";

export const cartManifest = defineFeature({
  name: "cart",
  coverage: {
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
      entities: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
    mutationTargets: ["entities"],
  },
} as const);
