import { defineRepo } from "@repo/core-shared/conformance/feature";

export default defineRepo({
  features: ["packages/*"],
  exempt: [
    // -- rules for dependency-cruiser, which reads them by itself; `pnpm arrows` runs them, and a planted arrow fails in `pnpm newborn`
    { id: "arrows", globs: [".dependency-cruiser.mjs"], why: "configuration of a tool" },
    // -- it starts whole processes, this toolkit's and its peers', and `compare` fails where it is wrong
    { id: "bench", globs: ["bench/**"], why: "it times and compares whole processes" },
    // -- argv and streams in, exit code out, as the doors in scripts; a test starts it as a process
    { id: "bin", globs: ["packages/bandline/bin/**"], why: "a door without a decision of its own" },
    // -- a repository of its own, in another language: `example` runs its tests, and holds its domains to their targets
    { id: "example", globs: ["examples/**"], why: "its own tests measure it, in a repository of its own" },
  ],
  // -- Stryker, vitest and git run for real, and on a busy machine each of them takes twice as long
  testTime: { warnMinutes: 10, failMinutes: 20 },
  band: { statements: 95.87, branches: 88.91, functions: 100, lines: 95.87 },
} as const);
