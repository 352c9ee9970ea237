#!/usr/bin/env node
import { build } from "./build.mjs";
const { argv, env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
process.once("SIGINT", () => interrupt.abort());
const built = build();
// The build makes the program that runs the other steps; without it, its failure is all there is to say.
const { runVerify } = await import(built.exitCode === 0 ? "bandline" : "./verify-unbuilt.mjs");
const io = { cwd: process.cwd(), env, stdin, stdout, stderr, signal: interrupt.signal, now: () => performance.now() };
process.exitCode = await runVerify(argv.slice(2), io, built);
