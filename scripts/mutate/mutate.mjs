#!/usr/bin/env node
import { runMutate } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());
const io = { cwd: process.cwd(), env, stdin, stdout, stderr, signal: interrupt.signal, now: () => performance.now() };
process.exitCode = await runMutate(argv.slice(2), io);
