import { defineFeature } from "@repo/core-shared/conformance/feature";

export const workManifest = defineFeature({
  name: "work",
  coverage: {
    bands: {
      baseline: { statements: 97, branches: 90, functions: 100, lines: 97 },
    },
  },
} as const);
