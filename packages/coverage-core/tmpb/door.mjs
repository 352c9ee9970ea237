const t=performance.now();
const { runDiff } = await import("./entry.js");
if (process.env.TIME) console.error("import", performance.now()-t, "since start", performance.now());
const { argv, env, stdin, stdout, stderr } = process;
if (!process.env.NOP) process.exitCode = await runDiff(argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
if (process.env.TIME) console.error("total", performance.now());
