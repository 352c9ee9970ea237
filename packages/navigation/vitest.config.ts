import { defineFeatureVitestConfig } from "@repo/core-testing";
import { navigationManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(navigationManifest, { root: import.meta.dirname });
