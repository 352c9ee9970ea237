import {
  EXIT,
  DEEP_VERIFY_STEPS,
  VERIFY_STEPS,
  schemaId,
  type AggregateDocument,
  type CoverageDiffDocument,
  type MutateDocument,
  type Problem,
  type VerifyDocument,
  type VerifyStep,
  type VerifyStepName,
} from "@repo/coverage-core";
import { faultOf } from "../command/to-problem.js";
import type { VerifyIo } from "./run-verify.js";

/** What a step leaves behind; `durationMs` only where it was measured elsewhere. */
export interface StepOutcome {
  readonly exitCode: number;
  readonly durationMs?: number;
  readonly aggregate?: AggregateDocument;
  readonly diff?: CoverageDiffDocument;
  readonly mutate?: MutateDocument;
}

/** The steps of one run, in order: after the first that fails the others are skipped. */
export interface VerifyRun {
  step(name: VerifyStepName, act: () => Promise<StepOutcome>): Promise<void>;
  /** An error outside of any step. */
  fail(error: unknown): void;
  document(): VerifyDocument;
}

const COMMANDS: Readonly<Record<VerifyStepName, string>> = {
  build: "pnpm build",
  test: "pnpm test --coverage",
  aggregate: "pnpm coverage:aggregate --no-summary",
  diff: "pnpm coverage:diff",
  mutate: "pnpm mutate --since BASE",
};

/** @param isDeep whether mutants are a step: it is none of a run that was not asked for it. */
export function createVerifyRun({ stderr, signal, now }: Pick<VerifyIo, "stderr" | "signal" | "now">, isDeep: () => boolean): VerifyRun {
  const steps: VerifyStep[] = [];
  const errors: Problem[] = [];
  let aggregate: AggregateDocument | null = null;
  let diff: CoverageDiffDocument | null = null;
  let mutate: MutateDocument | null = null;
  let exitCode = 0;

  const noted = (error: unknown): StepOutcome => {
    const { exitCode, problem } = faultOf(error);
    errors.push(problem);
    stderr.write(`${problem.code}: ${problem.message}\n  next: ${problem.hint}\n`);
    return { exitCode };
  };

  return {
    async step(name, act) {
      const command = COMMANDS[name];
      if (exitCode !== 0) return void steps.push({ name, status: "skipped", exitCode: null, durationMs: 0, command });
      stderr.write(`verify: ${name} (${command})\n`);
      const startedAt = now();
      const outcome = await act().catch(noted);
      exitCode = signal.aborted ? EXIT.interrupted : outcome.exitCode;
      aggregate = outcome.aggregate ?? aggregate;
      diff = outcome.diff ?? diff;
      mutate = outcome.mutate ?? mutate;
      const durationMs = Math.round(outcome.durationMs ?? now() - startedAt);
      steps.push({ name, status: statusOf(exitCode), exitCode, durationMs, command });
      stderr.write(`verify: ${name} ${statusOf(exitCode)} in ${(durationMs / 1000).toFixed(1)} s\n`);
    },
    fail(error) {
      exitCode = noted(error).exitCode;
    },
    document() {
      const failed = steps.find(({ status }) => status === "fail" || status === "error");
      return {
        $schema: schemaId("verify"),
        schemaVersion: "1.0",
        status: statusOf(exitCode),
        exitCode,
        failedStep: failed?.name ?? null,
        steps: [
          ...steps,
          ...(isDeep() ? DEEP_VERIFY_STEPS : VERIFY_STEPS).slice(steps.length).map((name) => ({
            name,
            status: "skipped" as const,
            exitCode: null,
            durationMs: 0,
            command: COMMANDS[name],
          })),
        ],
        aggregate,
        diff,
        mutate,
        nextActions: [
          ...(diff?.nextActions ?? []),
          ...(mutate?.nextActions ?? []),
          ...errors.map(({ hint }) => hint),
          ...(failed !== undefined && diff === null && errors.length === 0 ? [failed.command] : []),
        ],
        errors,
      };
    },
  };
}

function statusOf(exitCode: number): "pass" | "fail" | "error" {
  if (exitCode === EXIT.pass) return "pass";
  return exitCode === EXIT.gateFailed ? "fail" : "error";
}
