import { defineFeature } from "./conformance/feature/index.js";

export const coreSharedManifest = defineFeature({
  name: "core-shared",
  coverage: {
    layers: {
      policy: ["src/conformance/coverage/**"],
      manifest: ["src/conformance/feature/**"],
      boot: ["src/conformance/boot/**"],
    },
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
      policy: { statements: 100, branches: 95, functions: 100, lines: 100 },
      manifest: { statements: 100, branches: 95, functions: 100, lines: 100 },
      boot: { statements: 100, branches: 95, functions: 100, lines: 100 },
    },
    mutationTargets: ["policy", "manifest"],
  },
} as const);
