import type { Metric } from "../coverage/bands.js";

/** One metric of one layer that is below its band. Percent is floored to two decimals. */
export interface MissedBand {
  readonly feature: string;
  readonly layer: string;
  readonly metric: Metric;
  readonly required: number;
  readonly actual: number;
  readonly covered: number;
  readonly total: number;
}

/** One thing that keeps a feature from starting. */
export interface ConformanceFault {
  /** SCREAMING_SNAKE, stable; what bandline's commands call the same fault. */
  readonly code: string;
  readonly feature: string;
  /** With the report's file and line, where there is one. */
  readonly message: string;
  /** The next command, or what to change. */
  readonly hint: string;
  /** As bandline's commands exit for it: 1 below a band, 2 for what is set up wrongly, 3 for a report that cannot be trusted. */
  readonly exitCode: 1 | 2 | 3;
  /** By layer and metric, for `FEATURE_BELOW_BAND`; else empty. */
  readonly missed: readonly MissedBand[];
}

/** Features that must not start. `code`, `hint` and `exitCode` are the gravest fault's; `message` has all of them, with their hints. */
export class ConformanceError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: 1 | 2 | 3;

  constructor(
    /** At least one. */
    readonly faults: readonly [ConformanceFault, ...ConformanceFault[]],
  ) {
    super(faults.map(renderFault).join("\n"));
    this.name = "ConformanceError";
    const gravest = faults.reduce((a, b) => (b.exitCode > a.exitCode ? b : a));
    this.code = gravest.code;
    this.hint = gravest.hint;
    this.exitCode = gravest.exitCode;
  }

  get missed(): readonly MissedBand[] {
    return this.faults.flatMap(({ missed }) => missed);
  }
}

export function renderFault({ code, message, hint }: ConformanceFault): string {
  return `${code}: ${message}\n  next: ${hint}`;
}

/** Thrown while one feature is looked at, and caught before anybody sees it. */
export class FaultFound extends Error {
  constructor(readonly fault: Omit<ConformanceFault, "feature" | "missed">) {
    super(fault.message);
  }
}

/** A report that cannot be trusted. @param rerun the command that makes it anew. */
export function reportFault(code: string, message: string, rerun: string): FaultFound {
  return new FaultFound({ code, message, hint: rerun, exitCode: 3 });
}
