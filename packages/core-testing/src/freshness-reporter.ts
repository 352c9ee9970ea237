import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { globSync } from "tinyglobby";
import type { Reporter, Vitest } from "vitest/node";
import { blobIdOf } from "./blob-id.js";

/** What an istanbul coverage map answers; the only part that is used. */
interface MeasuredFiles {
  files(): string[];
}

/**
 * A vitest reporter that records which text was measured: `sources.json` beside the lcov,
 * `{ schemaVersion, sources: { [file]: { blob } } }`, files repository-relative and sorted.
 * A file that changed while the tests ran has `blob: null`: nobody can say which text was measured.
 */
export class FreshnessReporter implements Reporter {
  #before = new Map<string, string>();
  #measured: string[] = [];
  #vitest: Vitest | undefined;

  constructor(private readonly options: { readonly repoRoot: string; readonly include: readonly string[] }) {}

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(): void {
    const files = globSync([...this.options.include], { cwd: this.#root, absolute: true, expandDirectories: false });
    this.#before = new Map(files.map((file) => [file, blobIdOf(readFileSync(file))]));
  }

  onCoverage(coverage: unknown): void {
    this.#measured = (coverage as MeasuredFiles).files();
    const entries = this.#measured.map((file) => [this.#repoPath(file), { blob: this.#blobOf(file) }] as const);
    const sources = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    const target = join(this.#root, "coverage", "sources.json");
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify({ schemaVersion: "1.0", sources }, null, 2)}\n`);
  }

  #blobOf(file: string): string | null {
    const after = blobIdOf(readFileSync(file));
    const before = this.#before.get(file) ?? after;
    return before === after ? after : null;
  }

  #repoPath(file: string): string {
    return relative(this.options.repoRoot, file).split(sep).join("/");
  }

  get #root(): string {
    return this.#vitest?.config.root ?? process.cwd();
  }
}
