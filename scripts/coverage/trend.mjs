#!/usr/bin/env node
import { entry } from "../entry.mjs";
const { runTrend } = await import(entry("trend"));
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runTrend(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr, now: Date.now });
