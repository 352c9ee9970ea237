/** The finished configuration, with what the engine itself decides. Pure. */
import type { Choice } from "./choose.js";
import { TEMP_FOLDER } from "./run-folder.js";

export interface EngineSettings {
  readonly cwd: string;
  /** Where Stryker makes its sandbox. */
  readonly tempDirName: string;
  /** Our plugin's path. */
  readonly plugin: string;
  /** Absent where every mutant runs. */
  readonly choice?: Choice | undefined;
  /** Whether our reporter tells the results. */
  readonly reports: boolean;
}

type Options = Readonly<Record<string, unknown>>;

export function engineConfig(config: Options, { cwd, tempDirName, plugin, choice, reports }: EngineSettings): Options {
  const withPlugin = choice !== undefined || reports;
  return {
    ...config,
    ...(withPlugin ? { plugins: [...listOf(config["plugins"] ?? ["@stryker-mutator/*"]), plugin], bandline: { cwd, ...choice } } : {}),
    // Ours comes first: what it leaves out, no other checker looks at.
    checkers: [...(choice === undefined ? [] : ["bandline"]), ...listOf(config["checkers"])],
    reporters: reports ? ["bandline"] : [],
    // Neither a score nor a lack of tests is a fault of the engine.
    thresholds: { ...Object(config["thresholds"]), break: null },
    allowEmpty: false,
    incremental: false,
    dryRunOnly: false,
    tempDirName,
    cleanTempDir: "always",
    ignorePatterns: [...listOf(config["ignorePatterns"]), TEMP_FOLDER],
    allowConsoleColors: false,
    logLevel: "warn",
    fileLogLevel: "off",
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A path as Stryker's globs take it literally. It turns back-slashes into slashes, so signs are put into classes. */
export function literalGlob(path: string): string {
  return path.replace(/[[\]*?]/g, "[$&]");
}
