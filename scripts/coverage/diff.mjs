#!/usr/bin/env node
import { entry } from "../entry.mjs";
const { runDiff } = await import(entry("diff"));
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runDiff(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
