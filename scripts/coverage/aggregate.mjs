#!/usr/bin/env node
import { entry } from "../entry.mjs";
const { runAggregate } = await import(entry("aggregate"));
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runAggregate(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
