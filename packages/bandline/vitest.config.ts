import { defineFeatureVitestConfig } from "@repo/core-testing";
import { bandlineManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(bandlineManifest, { root: import.meta.dirname, isolate: false });
