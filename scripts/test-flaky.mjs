#!/usr/bin/env node
import { build } from "./build.mjs";
const { argv, env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());
// Packages import each other's builds: as `pnpm test`, it runs what stands in the sources.
const { exitCode } = build();
const { runFlaky } = await import("bandline");
const io = { cwd: process.cwd(), env, stdin, stdout, stderr, signal: interrupt.signal, now: () => performance.now() };
process.exitCode = await runFlaky(argv.slice(2), io, exitCode);
