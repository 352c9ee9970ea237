import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { readIfThere } from "../files/read-files.js";
import { IoError, USAGE } from "../io-error.js";

/** One file of a chain of `extends`: what it says, without that word, its plugins as absolute paths. */
export interface ConfigFile {
  /** Relative to the repository's root where it lies in it; else absolute. */
  readonly file: string;
  readonly folder: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Where a package's configuration lies. */
export const STRYKER_CONFIG = "stryker.config.json";

/** Names that Stryker would take as well. What has to be run cannot be composed. */
const OTHER_CONFIGS = [
  "stryker.config.js",
  "stryker.config.mjs",
  "stryker.config.cjs",
  "stryker.conf.json",
  "stryker.conf.js",
  "stryker.conf.mjs",
];

/**
 * A package's `stryker.config.json` and all that it extends: the outermost base first, each file once.
 * `extends` is a path relative to the file that says it, or a file of a package that this file's own package can resolve; or a list of them,
 * of which the later ones weigh more.
 * @param root absolute: the repository's.
 * @param folder absolute: the package's.
 * @returns undefined where the package has none.
 * @throws IoError CONFIG_MISSING, CONFIG_MALFORMED, CONFIG_CYCLE or PLUGIN_MISSING.
 */
export async function readConfigChain(root: string, folder: string): Promise<ConfigFile[] | undefined> {
  const file = join(folder, STRYKER_CONFIG);
  if ((await readIfThere(file)) === undefined) {
    await assertNoOther(root, folder);
    return undefined;
  }
  const found = new Map<string, ConfigFile>();
  await follow(file, [], { root, folder, found });
  return [...found.values()];
}

interface Chain {
  readonly root: string;
  readonly folder: string;
  readonly found: Map<string, ConfigFile>;
}

async function follow(file: string, through: readonly string[], chain: Chain): Promise<void> {
  const name = nameOf(chain.root, file);
  if (through.includes(file)) {
    const circle = [...through.slice(through.indexOf(file)), file].map((each) => nameOf(chain.root, each));
    throw unusable("CONFIG_CYCLE", circle.join(" extends "), `take an "extends" out of ${name}`);
  }
  const { extends: bases, ...options } = await readConfig(file, through.at(-1), chain.root);
  for (const base of basesIn(bases, name)) await follow(resolveBase(base, file, chain.root), [...through, file], chain);
  // Said again further out, it would weigh more than what builds on it.
  if (!chain.found.has(file)) chain.found.set(file, { file: name, folder: dirname(file), options: withPlugins(options, file, chain) });
}

async function readConfig(file: string, from: string | undefined, root: string): Promise<Record<string, unknown>> {
  const name = nameOf(root, file);
  const bytes = await readIfThere(file);
  if (bytes === undefined) {
    throw unusable(
      "CONFIG_MISSING",
      `${nameOf(root, from ?? file)} extends ${name}, which is not there`,
      `correct "extends" in ${nameOf(root, from ?? file)}`,
    );
  }
  const hint = `make ${name} one object in JSON`;
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw unusable("CONFIG_MALFORMED", `${name}: ${(error as Error).message}`, hint, error);
  }
  throw unusable("CONFIG_MALFORMED", `${name} holds no object`, hint);
}

function basesIn(bases: unknown, file: string): string[] {
  const all: unknown[] = bases === undefined ? [] : Array.isArray(bases) ? bases : [bases];
  if (all.every((each) => typeof each === "string")) return all;
  throw unusable(
    "CONFIG_INVALID",
    `${file}: extends is ${JSON.stringify(bases)}; allowed: a path, a file of a package, or a list of them`,
    `correct ${file}`,
  );
}

function resolveBase(base: string, from: string, root: string): string {
  if (isAbsolute(base) || /^\.{1,2}[\\/]/.test(base)) return resolve(dirname(from), base);
  const found = resolveFrom(base, [from]);
  if (found !== undefined) return found;
  throw unusable(
    "CONFIG_MISSING",
    `${nameOf(root, from)} extends ${base}, which cannot be resolved from there`,
    `add the package to the devDependencies beside ${nameOf(root, from)}; then: pnpm install`,
  );
}

/** A plugin is the package's own where it has it, else that of the file that names it. */
function withPlugins(options: Record<string, unknown>, file: string, { root, folder }: Chain): Record<string, unknown> {
  const { plugins } = options;
  if (!Array.isArray(plugins)) return options;
  const resolved = plugins.map((plugin: unknown) => {
    if (typeof plugin !== "string") return plugin;
    if (/^\.{1,2}[\\/]/.test(plugin)) return resolve(dirname(file), plugin);
    const found = resolveFrom(plugin, [join(folder, "package.json"), file]);
    if (found !== undefined) return found;
    throw unusable(
      "PLUGIN_MISSING",
      `${nameOf(root, file)} names the plugin ${plugin}, which can be resolved neither from ${nameOf(root, folder)} nor from there`,
      `pnpm --dir ${nameOf(root, folder)} add -D ${plugin}`,
    );
  });
  return { ...options, plugins: resolved };
}

/** @param from files, asked in this order. */
function resolveFrom(name: string, from: readonly string[]): string | undefined {
  for (const file of from) {
    try {
      return createRequire(file).resolve(name);
    } catch {
      // The next one may have it.
    }
  }
  return undefined;
}

async function assertNoOther(root: string, folder: string): Promise<void> {
  for (const name of OTHER_CONFIGS) {
    if ((await readIfThere(join(folder, name))) === undefined) continue;
    const file = nameOf(root, join(folder, name));
    throw unusable(
      "CONFIG_UNREADABLE",
      `${file} is not read: what a package asks for is composed, not run`,
      `say it in ${nameOf(root, join(folder, STRYKER_CONFIG))}`,
    );
  }
}

function nameOf(root: string, file: string): string {
  const name = relative(root, file).replaceAll("\\", "/");
  if (name === "") return ".";
  return name.startsWith("../") || isAbsolute(name) ? file : name;
}

function unusable(code: string, message: string, hint: string, cause?: unknown): IoError {
  return new IoError({ code, message, hint, exitCode: USAGE }, cause);
}
