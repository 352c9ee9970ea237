/**
 * Loaded by Stryker, in its own process and in its workers. A checker that lets through what was asked for, because
 * Stryker's ranges lose mutants that are only partly inside; and a reporter for where there is no server.
 */
import { writeSync } from "node:fs";
import { relative, sep } from "node:path";
import type { MutantRange } from "@repo/coverage-core/mutation";
import { createChooser, LEFT_OUT, type Choice } from "./choose.js";
import { testOf, type StrykerFiles, type StrykerMutant } from "./parse-results.js";

/** What stands at `bandline` in Stryker's options. */
export interface PluginOptions extends Choice {
  readonly cwd: string;
}

interface StrykerOptions {
  readonly bandline: PluginOptions;
}

/** Positions are 0-based here. */
interface PlannedMutant extends StrykerMutant {
  readonly id: string;
  readonly fileName: string;
}

type Check = { readonly status: "passed" } | { readonly status: "compileError"; readonly reason: string };

export class ChoiceChecker {
  static readonly inject = ["options"] as const;
  readonly #isChosen: ReturnType<typeof createChooser>;
  readonly #cwd: string;

  constructor({ bandline }: StrykerOptions) {
    this.#isChosen = createChooser(bandline);
    this.#cwd = bandline.cwd;
  }

  async init(): Promise<void> {
    // Nothing has to be prepared.
  }

  /** One group: the whole plan is answered at once. */
  async group(mutants: readonly PlannedMutant[]): Promise<string[][]> {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants: readonly PlannedMutant[]): Promise<Record<string, Check>> {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#check(mutant)]));
  }

  #check({ fileName, location, mutatorName: mutator, replacement, coveredBy = [] }: PlannedMutant): Check {
    const candidate = { file: relativeTo(this.#cwd, fileName), range: fromZero(location), mutator, replacement };
    return this.#isChosen({ ...candidate, coveredBy: coveredBy.map(testOf) })
      ? { status: "passed" }
      : { status: "compileError", reason: LEFT_OUT };
  }
}

/** A line of JSON on the fourth stream of the process for each result, and `null` behind the last. */
export class StreamReporter {
  static readonly inject = ["options"] as const;
  readonly #cwd: string;
  readonly #stream: number;

  constructor({ bandline }: StrykerOptions, stream = 3) {
    this.#cwd = bandline.cwd;
    this.#stream = stream;
  }

  onMutantTested({ fileName, ...mutant }: PlannedMutant): void {
    const files: StrykerFiles = { files: { [relativeTo(this.#cwd, fileName)]: { mutants: [mutant] } } };
    writeSync(this.#stream, `${JSON.stringify(files)}\n`);
  }

  wrapUp(): void {
    writeSync(this.#stream, "null\n");
  }
}

function relativeTo(cwd: string, file: string): string {
  return relative(cwd, file).replaceAll(sep, "/");
}

function fromZero({ start, end }: MutantRange): MutantRange {
  return { start: { line: start.line + 1, column: start.column + 1 }, end: { line: end.line + 1, column: end.column + 1 } };
}

export const strykerPlugins = [
  { kind: "Checker", name: "bandline", injectableClass: ChoiceChecker },
  { kind: "Reporter", name: "bandline", injectableClass: StreamReporter },
];

export const strykerValidationSchema = { properties: { bandline: { type: "object" } } };
