#!/usr/bin/env node
import { runDomains } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runDomains(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
