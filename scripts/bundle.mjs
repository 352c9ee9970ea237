#!/usr/bin/env node
// Makes one file of coverage:diff, which agents run often; what most runs do not need stays in files that are loaded when they are.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
const folder = fileURLToPath(new URL("../packages/bandline/", import.meta.url));
const bundle = await rolldown({ cwd: folder, input: { diff: "dist/diff.js" }, platform: "node", external: ["oxc-parser"] });
rmSync(`${folder}bundle`, { recursive: true, force: true });
await bundle.write({ dir: "bundle", format: "esm", chunkFileNames: "[name]-[hash].js" });
