#!/usr/bin/env node
import { runNewFeature } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());
process.exitCode = await runNewFeature(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr, signal: interrupt.signal });
