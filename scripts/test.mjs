#!/usr/bin/env node
import { runTest } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runTest(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
