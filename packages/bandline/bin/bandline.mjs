#!/usr/bin/env node
import { runCli } from "bandline/cli";
const { argv, env, stdin, stdout, stderr } = process;
const takeInterrupts = () => {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());
  return interrupt.signal;
};
process.exitCode = await runCli(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr, takeInterrupts });
