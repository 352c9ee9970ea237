#!/usr/bin/env node
// Writes the JSON Schema files that are published beside the commands.
import { mkdirSync, writeFileSync } from "node:fs";
import * as work from "@repo/work";
import * as bandline from "bandline";
for (const [name, { publishedSchemas }] of Object.entries({ bandline, work })) {
  const folder = new URL(`../packages/${name}/schemas/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(await publishedSchemas())) writeFileSync(new URL(file, folder), text);
}
