// By path, not by name: core-testing depends on this package, so a dependency the other way round would be a cycle.
// turbo.json builds core-testing before this package's tests run.
import { defineFeatureVitestConfig } from "../core-testing/dist/index.js";
import { coreSharedManifest } from "./src/feature.manifest.js";

export default defineFeatureVitestConfig(coreSharedManifest, { root: import.meta.dirname });
