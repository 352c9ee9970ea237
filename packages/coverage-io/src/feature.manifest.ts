import { defineFeature } from "@repo/core-shared/conformance/feature";

export const coverageIoManifest = defineFeature({
  name: "coverage-io",
  coverage: {
    bands: {
      baseline: { statements: 97, branches: 90, functions: 100, lines: 97 },
    },
  },
} as const);
