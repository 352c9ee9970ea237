import { defineFeatureVitestConfig } from "@repo/core-testing";
import { authManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(authManifest, { root: import.meta.dirname });
