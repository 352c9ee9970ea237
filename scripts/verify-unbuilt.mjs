/** verify's document where the build failed, in plain JavaScript: nothing that the build makes can be imported. */
export async function runVerify(_argv, { stdout }, { exitCode, durationMs }) {
  const status = exitCode === 1 ? "fail" : "error";
  const skipped = { status: "skipped", exitCode: null, durationMs: 0 };
  const names = { test: "pnpm test --coverage", aggregate: "pnpm coverage:aggregate --no-summary", diff: "pnpm coverage:diff" };
  const build = { name: "build", status, exitCode, durationMs: Math.round(durationMs), command: "pnpm build" };
  const steps = [build, ...Object.entries(names).map(([name, command]) => ({ name, ...skipped, command }))];
  const errors = [{ code: "BUILD_FAILED", message: "tsc -b reported errors; they stand on stderr", hint: "pnpm build" }];
  const head = { $schema: "bandline/schemas/verify.v1.json", schemaVersion: "1.0", status, exitCode, failedStep: "build" };
  stdout.write(
    `${JSON.stringify({ ...head, steps, aggregate: null, diff: null, mutate: null, nextActions: ["pnpm build"], errors }, null, 2)}\n`,
  );
  return exitCode;
}
