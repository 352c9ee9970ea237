#!/usr/bin/env node
import { runAgents } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runAgents(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
