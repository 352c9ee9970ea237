#!/usr/bin/env node
import { runConformance, runSchemas } from "bandline";
import { schemaFolders } from "../schema-folders.mjs";
const { argv, env, stdin, stdout, stderr } = process;
const clock = () => new Date().toISOString();
const work = () => import("@repo/work");
const workState = async (args, io) => (await work()).runWork(["state", ...args], { ...io, clock });
const agents = async (args, io) => (await work()).runAgents(args, io);
const schemas = (args, io) => runSchemas(args, io, schemaFolders);
const checks = [
  { rule: "work-state", name: "pnpm work state", needs: "docs/work", run: workState },
  { rule: "generated-files", name: "pnpm agents", needs: "AGENTS.md", run: agents },
  { rule: "generated-files", name: "pnpm schemas", needs: "packages/bandline/schemas", run: schemas },
];
process.exitCode = await runConformance(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr }, checks);
