import { defineFeatureVitestConfig } from "@repo/core-testing";
import { coverageCoreManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(coverageCoreManifest, { root: import.meta.dirname, isolate: false });
