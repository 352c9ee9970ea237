import { defineFeatureVitestConfig } from "@repo/core-testing";
import { mediaManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(mediaManifest, { root: import.meta.dirname });
