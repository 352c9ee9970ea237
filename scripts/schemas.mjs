#!/usr/bin/env node
// Writes the JSON Schema files that are published beside the CLI.
import { mkdirSync, writeFileSync } from "node:fs";
import { publishedSchemas } from "bandline";
const folder = new URL("../packages/bandline/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await publishedSchemas())) writeFileSync(new URL(name, folder), text);
