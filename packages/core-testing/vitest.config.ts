// Its own preset, from source: vite bundles what a config imports by path.
import { coreTestingManifest } from "./src/feature.manifest.js";
import { defineFeatureVitestConfig } from "./src/index.js";

export default defineFeatureVitestConfig(coreTestingManifest, { root: import.meta.dirname });
