#!/usr/bin/env node
// Bundles what runs often. Of coverage:diff there is a part before git is asked, the judge, and what most runs do not need. Names are kept, for stacks.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
const folder = fileURLToPath(new URL("../packages/bandline/", import.meta.url));
rmSync(`${folder}bundle`, { recursive: true, force: true });
const start = { name: "diff-start", test: /bandline.dist.diff\.js$/, priority: 2 };
const judge = { name: "diff-judge", test: /bandline.dist.(?:judge-change|diff-answer|gather.load-policy)\.js$/, priority: 1 };
const aggregate = { resolveId: (id) => (id.endsWith("/aggregate.js") ? { id: "./aggregate.js", external: true } : null) };
const of = { cwd: folder, platform: "node", external: ["oxc-parser"], checks: { ineffectiveDynamicImport: false } };
const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } };
const output = (groups) => ({ dir: "bundle", chunkFileNames: "[name]-[hash].js", codeSplitting: { groups }, minify });
await (await rolldown({ ...of, input: { diff: "dist/diff.js" }, plugins: [aggregate] })).write(output([start, judge]));
for (const name of ["aggregate", "trend"]) await (await rolldown({ ...of, input: { [name]: `dist/${name}.js` } })).write(output([]));
