import { defineFeatureVitestConfig } from "@repo/core-testing";
import { workManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(workManifest, { root: import.meta.dirname });
