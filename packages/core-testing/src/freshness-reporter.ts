import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { globSync } from "tinyglobby";
import type { Reporter } from "vitest/node";
import { blobIdOf } from "./blob-id.js";

/** What an istanbul coverage map answers; the only part that is used. */
interface MeasuredFiles {
  files(): string[];
}

/** What a running vitest tells; the only part that is used. `reportsDirectory` may be relative to `root`. */
interface RunningVitest {
  readonly config: { readonly root: string; readonly coverage: { readonly reportsDirectory: string } };
}

/**
 * A vitest reporter that records which text was measured: `sources.json` beside the lcov,
 * `{ schemaVersion, sources: { [file]: { blob } } }`, files repository-relative and sorted.
 * A file that changed while the tests ran has `blob: null`: nobody can say which text was measured.
 */
export class FreshnessReporter implements Reporter {
  #before = new Map<string, string | null>();
  #root = process.cwd();
  #reportsFolder = resolve("coverage");

  constructor(private readonly options: { readonly repoRoot: string; readonly include: readonly string[] }) {}

  onInit({ config }: RunningVitest): void {
    this.#root = config.root;
    this.#reportsFolder = resolve(config.root, config.coverage.reportsDirectory);
  }

  onTestRunStart(): void {
    const files = globSync([...this.options.include], { cwd: this.#root, absolute: true, dot: true, expandDirectories: false });
    this.#before = new Map(files.map((file) => [file, blobOf(file)]));
  }

  onCoverage(coverage: unknown): void {
    const measured = (coverage as MeasuredFiles).files();
    const entries = measured.map((file) => [this.#repoPath(file), { blob: this.#measuredBlobOf(file) }] as const);
    const sources = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    mkdirSync(this.#reportsFolder, { recursive: true });
    writeFileSync(join(this.#reportsFolder, "sources.json"), `${JSON.stringify({ schemaVersion: "1.0", sources }, null, 2)}\n`);
  }

  #measuredBlobOf(file: string): string | null {
    const after = blobOf(file);
    return this.#before.get(file) === after ? after : null;
  }

  #repoPath(file: string): string {
    return relative(this.options.repoRoot, file).split(sep).join("/");
  }
}

/** @returns null where there is no such file: a test may delete one, and a link may lead nowhere. */
function blobOf(file: string): string | null {
  return existsSync(file) ? blobIdOf(readFileSync(file)) : null;
}
