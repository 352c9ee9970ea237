import { defineFeatureVitestConfig } from "@repo/core-testing";
import { marketingPagesManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(marketingPagesManifest, { root: import.meta.dirname });
