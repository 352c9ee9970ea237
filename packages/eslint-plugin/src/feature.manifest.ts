import { defineFeature } from "@repo/core-shared/conformance/feature";

export const eslintPluginManifest = defineFeature({
  name: "eslint-plugin",
  coverage: {
    bands: {
      baseline: { statements: 97, branches: 90, functions: 100, lines: 97 },
      rules: { statements: 100, branches: 95, functions: 100, lines: 100 },
    },
    layers: { rules: ["src/rules/**"] },
  },
} as const);
