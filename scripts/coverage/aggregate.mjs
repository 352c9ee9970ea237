#!/usr/bin/env node
import { runAggregate } from "bandline";
const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runAggregate(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
