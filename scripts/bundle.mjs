#!/usr/bin/env node
// Bundles coverage:diff, which agents run often: what has to be there before git is asked, the judge, and what most runs do not need.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
const folder = fileURLToPath(new URL("../packages/bandline/", import.meta.url));
const start = { name: "start", test: /bandline.dist.diff\.js$/, priority: 2 };
const judge = { name: "judge", test: /bandline.dist.(?:judge-change|diff-answer|gather.load-policy)\.js$/, priority: 1 };
const aggregate = { resolveId: (id) => (id.endsWith("/aggregate.js") ? { id: "../dist/aggregate.js", external: true } : null) };
const input = { cwd: folder, input: { diff: "dist/diff.js" }, platform: "node", external: ["oxc-parser"], plugins: [aggregate] };
rmSync(`${folder}bundle`, { recursive: true, force: true });
// Names are kept, for the stack of an error.
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } };
const output = { dir: "bundle", chunkFileNames: "[name]-[hash].js", codeSplitting: { groups: [start, judge] }, minify };
await (await rolldown(input)).write(output);
