/** verify's document where the build failed, in plain JavaScript: nothing that the build makes can be imported. */
export async function runVerify(_argv, { stdout }, { exitCode, durationMs }) {
  const skipped = { status: "skipped", exitCode: null, durationMs: 0 };
  const steps = [
    { name: "build", status: exitCode === 1 ? "fail" : "error", exitCode, durationMs: Math.round(durationMs), command: "pnpm build" },
    { name: "test", ...skipped, command: "pnpm test --coverage" },
    { name: "aggregate", ...skipped, command: "pnpm coverage:aggregate --no-summary" },
    { name: "diff", ...skipped, command: "pnpm coverage:diff" },
  ];
  const errors = [{ code: "BUILD_FAILED", message: "tsc -b reported errors; they stand on stderr", hint: "pnpm build" }];
  const known = {
    $schema: "bandline/schemas/verify.v1.json",
    schemaVersion: "1.0",
    status: steps[0].status,
    exitCode,
    failedStep: "build",
  };
  stdout.write(`${JSON.stringify({ ...known, steps, aggregate: null, diff: null, nextActions: ["pnpm build"], errors }, null, 2)}\n`);
  return exitCode;
}
