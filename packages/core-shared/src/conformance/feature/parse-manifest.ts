import type { z } from "zod";
import { ManifestError, type ManifestProblem } from "./manifest-error.js";
import { nearestName } from "./nearest-name.js";
import { isPlainFeature, isPlainRepo } from "./plain-manifest.js";
import { loadSchemas, type FeatureManifest, type RepoManifest } from "./schema.js";

/**
 * @param value what a manifest's source says.
 * @param file the manifest's path, for the error.
 * @throws ManifestError with every problem at once.
 */
export function parseFeature(value: unknown, file: string): FeatureManifest {
  return isPlainFeature(value) ? value : parse(loadSchemas().feature, value, file);
}

/** As `parseFeature`, for `repo.manifest.ts`. */
export function parseRepo(value: unknown, file: string): RepoManifest {
  return isPlainRepo(value) ? value : parse(loadSchemas().repo, value, file);
}

function parse<T extends z.ZodType>(schema: T, value: unknown, file: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ManifestError(
    file,
    parsed.error.issues.flatMap((issue) => problemsOf(issue, value, schema)),
  );
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): ManifestProblem[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...issue.path, key], key, schema, issue.path));
  const problem = { field: issue.path.join("."), received: shown(valueAt(value, issue.path)), allowed: issue.message };
  const { name, known } = (issue.code === "custom" ? issue.params : undefined) ?? {};
  return [
    typeof name === "string"
      ? { ...problem, received: shown(name), allowed: withNearest(issue.message, name, known as string[]) }
      : problem,
  ];
}

function unknownKey(path: PropertyKey[], key: string, schema: z.ZodType, parent: PropertyKey[]): ManifestProblem {
  const known = keysAt(schema, parent);
  return { field: path.join("."), received: "not a known field", allowed: withNearest(known.join(", "), key, known) };
}

function withNearest(allowed: string, name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? allowed : `${allowed} (did you mean ${nearest}?)`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = jsonOf(value);
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}

/** A manifest is a JavaScript object, so what JSON lacks can stand in it: NaN, 10n, a function, an object that holds itself. */
function jsonOf(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    const json: unknown = JSON.stringify(value);
    return typeof json === "string" ? json : `a ${typeof value}`;
  } catch {
    return "an object that is no JSON";
  }
}

/** The names that the object schema at `path` knows. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const at = path.reduce<z.ZodType | undefined>((inner, key) => childOf(inner, key), schema);
  return Object.keys(shapeOf(at) ?? {});
}

function childOf(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  const { def } = unwrapped(schema) as unknown as {
    def?: { shape?: Record<PropertyKey, z.ZodType>; catchall?: z.ZodType; element?: z.ZodType };
  };
  const shape = def?.shape ?? {};
  return (Object.hasOwn(shape, key) ? shape[key] : undefined) ?? def?.catchall ?? def?.element;
}

function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  return (unwrapped(schema) as unknown as { def?: { shape?: Record<string, z.ZodType> } }).def?.shape;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | Record<string, never> {
  const inner = (schema as unknown as { def?: { innerType?: z.ZodType } } | undefined)?.def?.innerType;
  return inner === undefined ? (schema ?? {}) : unwrapped(inner);
}
