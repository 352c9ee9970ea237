#!/usr/bin/env node
import { runDiff } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runDiff(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
