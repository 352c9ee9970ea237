#!/usr/bin/env node
import { runReport } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runReport(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
