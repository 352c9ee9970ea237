/**
 * A package's Stryker configuration: base ← package ← manifest ← flags.
 * Stryker itself knows no `extends`, only warns about what it does not know, and then runs on its defaults; here that is an error.
 */
import { mutationTargetGlobs } from "@repo/core-shared/conformance/coverage";
import { nearestName, type FeatureManifest } from "@repo/core-shared/conformance/feature";
import { z } from "zod";
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";

/** One file of a chain of `extends`, without that word, its plugins resolved. */
export interface ConfigLayer {
  /** For errors. */
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What Stryker is handed. */
export type StrykerOptions = Readonly<Record<string, unknown>>;

export interface PackageConfig {
  readonly options: StrykerOptions;
  /** The score that the package promises, in percent. */
  readonly threshold: number;
  /** The part of `options` that can change what becomes of a mutant, the same on every machine. */
  readonly judging: StrykerOptions;
}

/** What stands outside the configuration. */
export interface ConfigSurroundings {
  /** null where the package has none. */
  readonly manifest: FeatureManifest | null;
  /** Of this machine. */
  readonly cores: number;
}

/** More workers than this only wait for each other's files. */
const MOST_WORKERS = 4;
const DEFAULT_SCORE = 80;

/** @param layers the outermost base first. @throws BandlineError CONFIG_INVALID. */
export function composeConfig(layers: readonly ConfigLayer[], { manifest, cores }: ConfigSurroundings): PackageConfig {
  const { thresholds, concurrency, ...config } = layers.map(checked).reduce<Config>((base, layer) => merged(base, layer), {});
  const targets =
    manifest === null ? [] : [...mutationTargetGlobs(manifest), ...(manifest.coverage.exempt ?? []).map((glob) => `!${glob}`)];
  const mutate = manifest?.coverage.mutationTargets === undefined ? config.mutate : targets;
  const judging = withoutUndefined({ ...config, mutate, plugins: undefined, reporters: undefined });
  return {
    // The verdict is ours: it knows of bands and of mutants that say nothing.
    options: withoutUndefined({ ...config, mutate, concurrency: workers(concurrency, cores), thresholds: { ...thresholds, break: null } }),
    threshold: manifest?.coverage.mutationScore ?? thresholds?.break ?? DEFAULT_SCORE,
    judging,
  };
}

function workers(asked: number | string | undefined, cores: number): number {
  const wanted = typeof asked === "string" ? Math.floor((cores * Number.parseInt(asked, 10)) / 100) : (asked ?? MOST_WORKERS);
  return Math.max(1, Math.min(wanted, cores, MOST_WORKERS));
}

const list = (item: string) => z.array(z.string(`a list of ${item}`), `a list of ${item}`).optional();
const percent = z.number("a number from 0 to 100").min(0, "a number from 0 to 100").max(100, "a number from 0 to 100");
const flag = z.boolean("true or false").optional();
const text = z.string("a text").optional();
const number = z.number("a number").optional();
const object = z.record(z.string(), z.unknown(), "an object").optional();

const WORKERS = 'a whole number from 1, or a percentage of the cores such as "50%"';

/** Source: Stryker's own stryker-core.json, 9.6. What bandline decides itself is left out: incremental results, dry runs and running in place. */
const configSchema = z.strictObject({
  $schema: text,
  buildCommand: text,
  checkers: list("names"),
  checkerNodeArgs: list("arguments"),
  cleanTempDir: z.union([z.boolean(), z.literal("always")], 'true, false or "always"').optional(),
  concurrency: z.union([z.int(WORKERS).min(1, WORKERS), z.string(WORKERS).regex(/^\d{1,3}%$/, WORKERS)], WORKERS).optional(),
  commandRunner: object,
  coverageAnalysis: z.enum(["off", "all", "perTest"], "off, all or perTest").optional(),
  disableBail: flag,
  disableTypeChecks: z.union([z.boolean(), z.string()], "true, false or a glob").optional(),
  dryRunTimeoutMinutes: number,
  htmlReporter: object,
  ignorePatterns: list("globs"),
  ignoreStatic: flag,
  ignorers: list("names"),
  jsonReporter: object,
  maxTestRunnerReuse: number,
  mutate: list("globs"),
  mutator: object,
  plugins: list("packages"),
  reporters: list("names"),
  symlinkNodeModules: flag,
  testFiles: list("globs"),
  testRunner: text,
  testRunnerNodeArgs: list("arguments"),
  thresholds: z
    .strictObject(
      { high: percent.optional(), low: percent.optional(), break: percent.nullable().optional() },
      "an object with high, low and break",
    )
    .optional(),
  timeoutFactor: number,
  timeoutMS: number,
  tsconfigFile: text,
  typescriptChecker: object,
  vitest: object,
  warnings: z.union([z.boolean(), z.record(z.string(), z.boolean())], "true, false or an object of them").optional(),
});

type Config = z.infer<typeof configSchema>;

function checked({ file, options }: ConfigLayer): Config {
  const { data, error } = configSchema.safeParse(options);
  if (error === undefined) return data;
  throw new BandlineError({
    code: "CONFIG_INVALID",
    message: error.issues.map((issue) => `${file}: ${said(issue, options)}`).join("\n"),
    hint: `correct ${file}; then: pnpm mutate --list`,
    exitCode: EXIT.usage,
  });
}

function said(issue: z.core.$ZodIssue, options: unknown): string {
  const field = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return `${field} is ${JSON.stringify(received(options, issue.path))}; allowed: ${issue.message}`;
  const known = issue.path.length === 0 ? Object.keys(configSchema.shape) : ["high", "low", "break"];
  return issue.keys
    .map((key) => {
      const nearest = nearestName(key, known);
      const name = [...issue.path, key].join(".");
      return nearest === undefined
        ? `${name} is no option of Stryker's that a package may set`
        : `${name} is no option; did you mean ${nearest}?`;
    })
    .join("; ");
}

function received(options: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], options);
}

/** Objects are merged, one level deep as Stryker's options are; every other value, lists too, takes the place of the one before. */
function merged(base: Config, layer: Config): Config {
  const both = Object.entries(layer).map(([name, value]): [string, unknown] => {
    const before: unknown = base[name as keyof Config];
    return [name, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return { ...base, ...Object.fromEntries(both) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutUndefined(options: Record<string, unknown>): StrykerOptions {
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => value !== undefined && name !== "$schema"));
}
