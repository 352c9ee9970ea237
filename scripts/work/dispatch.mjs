#!/usr/bin/env node
import { runDispatch } from "@repo/work";
const { argv, env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());
const clock = () => new Date().toISOString();
const io = { cwd: process.cwd(), env, stdin, stdout, stderr, clock, signal: interrupt.signal };
process.exitCode = await runDispatch(argv.slice(2), io);
