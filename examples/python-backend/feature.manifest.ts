import { DEFAULT_COVERAGE_BANDS } from "@repo/core-shared/conformance/coverage";
import { defineFeature } from "@repo/core-shared/conformance/feature";

const EIGHTY = { statements: 80, branches: 80, functions: 80, lines: 80 } as const;

export const podcastManifest = defineFeature({
  name: "podcast",
  coverage: {
    layers: {
      governance: ["src/podcast/governance/**"],
      security: ["src/podcast/security/**"],
      episodes: ["src/podcast/episodes/**"],
    },
    bands: { baseline: DEFAULT_COVERAGE_BANDS.baseline, governance: EIGHTY, security: EIGHTY, episodes: EIGHTY },
    reports: ["coverage/coverage.json"],
  },
} as const);
