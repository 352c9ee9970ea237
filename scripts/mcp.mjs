#!/usr/bin/env node
import { runMcp } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runMcp(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
