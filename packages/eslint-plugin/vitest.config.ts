import { defineFeatureVitestConfig } from "@repo/core-testing";
import { eslintPluginManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(eslintPluginManifest, { root: import.meta.dirname });
