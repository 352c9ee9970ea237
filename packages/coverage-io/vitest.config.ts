import { defineFeatureVitestConfig } from "@repo/core-testing";
import { coverageIoManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(coverageIoManifest, { root: import.meta.dirname });
