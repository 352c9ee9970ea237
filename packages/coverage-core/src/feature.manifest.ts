import { defineFeature } from "@repo/core-shared/conformance/feature";

export const coverageCoreManifest = defineFeature({
  name: "coverage-core",
  coverage: {
    mutationTargets: ["judgement", "text"],
    layers: {
      judgement: ["src/{gate,policy,summary}/**"],
      text: ["src/{diff,lcov,path}/**"],
    },
    bands: {
      baseline: { statements: 98, branches: 95, functions: 100, lines: 98 },
      judgement: { statements: 100, branches: 95, functions: 100, lines: 100 },
      text: { statements: 100, branches: 95, functions: 100, lines: 100 },
    },
  },
} as const);
