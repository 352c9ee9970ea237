import { defineFeature } from "@repo/core-shared/conformance/feature";

export const workManifest = defineFeature({
  name: "work",
  coverage: {
    bands: {
      baseline: { statements: 99, branches: 97, functions: 100, lines: 99 },
    },
  },
} as const);
