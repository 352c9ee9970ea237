import { defineFeature } from "@repo/core-shared/conformance/feature";

export const bandlineManifest = defineFeature({
  name: "bandline",
  coverage: {
    bands: {
      baseline: { statements: 97, branches: 90, functions: 100, lines: 97 },
    },
  },
} as const);
