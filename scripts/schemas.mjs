#!/usr/bin/env node
import { runSchemas } from "bandline";
import { schemaFolders } from "./schema-folders.mjs";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runSchemas(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr }, schemaFolders);
