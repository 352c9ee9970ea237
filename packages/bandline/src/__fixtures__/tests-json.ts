/** What vitest's JSON reporter writes, in one file of tests: `ran` pass, the others have these states. */
export function testsJson(ran: number, more: readonly ("failed" | "skipped" | "todo")[] = [], durationMs = 0): string {
  const statuses = [...Array.from({ length: ran }, () => "passed"), ...more];
  const status = more.includes("failed") ? "failed" : "passed";
  const file = { status, startTime: 100, endTime: 100 + durationMs, assertionResults: statuses.map((each) => ({ status: each })) };
  return JSON.stringify({ numTotalTests: statuses.length, success: status === "passed", testResults: [file] });
}
