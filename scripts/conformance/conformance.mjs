#!/usr/bin/env node
import { checkBuild, runConformance, runSchemas } from "bandline";
import { schemaFolders } from "../schema-folders.mjs";
const { argv, env, stdin, stdout, stderr } = process;
const clock = () => new Date().toISOString();
const workState = async (args, io) => (await import("@repo/work")).runWork(["state", ...args], { ...io, clock });
const schemas = (args, io) => runSchemas(args, io, schemaFolders);
const checks = [
  { rule: "work-state", name: "pnpm work state", needs: "docs/work", run: workState },
  { rule: "generated-files", name: "pnpm build", needs: "tsconfig.json", run: checkBuild },
  { rule: "generated-files", name: "pnpm schemas", needs: "packages/bandline/schemas", run: schemas },
];
process.exitCode = await runConformance(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr }, checks);
