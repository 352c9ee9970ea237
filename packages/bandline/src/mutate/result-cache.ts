/** What earlier runs found out, for as long as nothing that can change it has changed. */
import { join } from "node:path";
import type { MutantOutcome } from "@repo/coverage-core/mutation";
import { readIfThere, writeAtomically } from "@repo/coverage-io";
import type { PlannedMutant } from "./plan-package.js";

export interface KnownResults {
  readonly mutants: readonly PlannedMutant[];
  /** By key. */
  readonly outcomes: ReadonlyMap<string, MutantOutcome>;
}

interface CacheFile extends Omit<KnownResults, "outcomes"> {
  readonly version: typeof VERSION;
  readonly inputs: string;
  readonly outcomes: Readonly<Record<string, MutantOutcome>>;
}

/** Of the file's form: another one is not read. */
const VERSION = 1;

/** What the last run of a package found out, whatever has changed since: for those who show it, and say so. @returns undefined where nothing is kept. */
export async function readLast(root: string, packageName: string): Promise<KnownResults | undefined> {
  return (await readCache(root, packageName))?.known;
}

/**
 * @param root absolute: the repository's.
 * @param inputs a hash of everything that can change a result.
 * @returns undefined where nothing is known of the very same inputs. A cache that cannot be read is none.
 */
export async function readKnown(root: string, packageName: string, inputs: string): Promise<KnownResults | undefined> {
  const cache = await readCache(root, packageName);
  return cache?.inputs === inputs ? cache.known : undefined;
}

async function readCache(
  root: string,
  packageName: string,
): Promise<{ readonly inputs: string; readonly known: KnownResults } | undefined> {
  try {
    const bytes = await readIfThere(fileOf(root, packageName));
    const file = JSON.parse(bytes?.toString("utf8") ?? "{}") as Omit<CacheFile, "version"> & { readonly version?: unknown };
    if (file.version !== VERSION) return undefined;
    return { inputs: file.inputs, known: { mutants: file.mutants, outcomes: new Map(Object.entries(file.outcomes)) } };
  } catch {
    return undefined;
  }
}

/** Keeps what will be needed: which tests ran a mutant is told of those alone that none of them noticed. @throws IoError FILE_UNWRITABLE. */
export async function writeKnown(root: string, packageName: string, inputs: string, { mutants, outcomes }: KnownResults): Promise<void> {
  const kept = [...outcomes].map(([key, outcome]) => [key, isDetected(outcome) ? { ...outcome, coveredBy: [] } : outcome]);
  const file = { version: VERSION, inputs, mutants, outcomes: Object.fromEntries(kept) as CacheFile["outcomes"] } satisfies CacheFile;
  await writeAtomically(fileOf(root, packageName), JSON.stringify(file));
}

function isDetected({ status }: MutantOutcome): boolean {
  return status === "killed" || status === "timeout";
}

/** Where tools keep what can be made again. */
const FOLDER = "node_modules/.cache/bandline/mutation";

function fileOf(root: string, packageName: string): string {
  return join(root, FOLDER, `${packageName.replace(/[^\w.-]+/g, "-")}.json`);
}

const TOLD = join(FOLDER, ".told.json");

/** @returns the package in which a mutant was told of last; undefined where nobody knows. */
export async function homeOfKey(root: string, key: string): Promise<string | undefined> {
  return (await toldIn(root)).get(key);
}

/** Of the mutants that are told of, keeps where they are, so that `--key` need not look everywhere. @throws IoError FILE_UNWRITABLE. */
export async function rememberKeys(root: string, told: readonly { readonly key: string; readonly package: string }[]): Promise<void> {
  if (told.length === 0) return;
  const all = new Map([...(await toldIn(root)), ...told.map((each): [string, string] => [each.key, each.package])]);
  await writeAtomically(join(root, TOLD), JSON.stringify([...all].slice(-MOST_TOLD)));
}

const MOST_TOLD = 5_000;

async function toldIn(root: string): Promise<Map<string, string>> {
  try {
    return new Map(JSON.parse((await readIfThere(join(root, TOLD)))?.toString("utf8") ?? "[]") as [string, string][]);
  } catch {
    return new Map();
  }
}
