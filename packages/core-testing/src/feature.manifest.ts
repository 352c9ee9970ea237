import { defineFeature } from "@repo/core-shared/conformance/feature";

export const coreTestingManifest = defineFeature({
  name: "core-testing",
  coverage: {
    bands: {
      baseline: { statements: 100, branches: 95, functions: 100, lines: 100 },
    },
  },
} as const);
