import { defineFeatureVitestConfig } from "@repo/core-testing";
import { blogManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(blogManifest, { root: import.meta.dirname });
