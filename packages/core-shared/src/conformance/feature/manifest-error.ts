/** One thing that is wrong with a manifest. */
export interface ManifestProblem {
  /** Dotted path of the field, e.g. `coverage.bands.entities.branches`; empty for the manifest as a whole. */
  readonly field: string;
  /** What stands there, as JSON, shortened; `nothing` where the field is missing. */
  readonly received: string;
  /** What may stand there, e.g. `a number from 0 to 100`. */
  readonly allowed: string;
}

/** A manifest that cannot be used. `message` names the file and each problem, one a line. */
export class ManifestError extends Error {
  readonly code = "MANIFEST_INVALID";
  readonly exitCode = 2;
  readonly hint: string;

  constructor(
    /** Path of the manifest, as the reader gave it. */
    readonly file: string,
    readonly problems: readonly ManifestProblem[],
  ) {
    super(problems.map((problem) => `${file}: ${sentence(problem)}`).join("\n"));
    this.name = "ManifestError";
    const fields = new Set(problems.map(({ field }) => field || "the manifest"));
    this.hint = `correct ${[...fields].join(", ")} in ${file} and run the command again`;
  }
}

function sentence({ field, received, allowed }: ManifestProblem): string {
  return `${field || "the manifest"} is ${received}; allowed: ${allowed}`;
}
