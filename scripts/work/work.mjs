#!/usr/bin/env node
import { runWork } from "@repo/work";
const { argv, env, stdin, stdout, stderr } = process;
const clock = () => new Date().toISOString();
process.exitCode = await runWork(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr, clock });
