/** A test runner's configuration → what it says of coverage: left out, taken in, asked for, and switched off. */
import { METRICS } from "@repo/core-shared/conformance/coverage";
import { Unread, isObject, readObjects, type StatedObject } from "../manifest/read-objects.js";
import { byText } from "../path/repo-path.js";

/** `leaves` files out of coverage, `takes` them in; `skips` test files, `runs` them; a `switch` measures or checks; a `percent` is asked for. */
type Role = "leaves" | "takes" | "skips" | "runs" | "switch" | "percent";

interface Tool {
  /** Of one tool: a setting may move between its files of one folder. */
  readonly name: string;
  readonly file: RegExp;
  readonly keys: Readonly<Record<string, Role>>;
  /** The objects of a file that hold the keys. */
  readonly roots: (objects: readonly StatedObject[]) => readonly unknown[];
}

const NYC: Tool["keys"] = {
  exclude: "leaves",
  include: "takes",
  all: "switch",
  "check-coverage": "switch",
  checkCoverage: "switch",
  ...Object.fromEntries(METRICS.map((metric) => [metric, "percent" as const])),
};
const JEST: Tool["keys"] = {
  coveragePathIgnorePatterns: "leaves",
  collectCoverageFrom: "takes",
  testPathIgnorePatterns: "skips",
  testMatch: "runs",
  collectCoverage: "switch",
  coverageThreshold: "percent",
};
const VITEST: Tool["keys"] = {
  "coverage.exclude": "leaves",
  "coverage.include": "takes",
  exclude: "skips",
  include: "runs",
  "coverage.enabled": "switch",
  "coverage.thresholds": "percent",
};

const TOOLS: readonly Tool[] = [
  {
    name: "vitest",
    file: /(?:^|\/)(?:vite|vitest)\.(?:[\w-]+\.)*(?:config|workspace|projects)(?:\.[\w-]+)*\.(?:[cm]?[jt]s|json)$/,
    keys: VITEST,
    roots: (objects) => objects.flatMap((object) => (Object.hasOwn(object, "test") ? [object["test"]] : [])),
  },
  { name: "jest", file: /(?:^|\/)jest\.config\.(?:[cm]?[jt]s|json)$/, keys: JEST, roots: (objects) => objects.filter(holdsOneOf(JEST)) },
  {
    name: "nyc",
    file: /(?:^|\/)(?:\.(?:nyc|c8)rc(?:\.json)?|nyc\.config\.[cm]?js)$/,
    keys: NYC,
    roots: (objects) => objects.filter(holdsOneOf(NYC)),
  },
  { name: "jest", file: /(?:^|\/)package\.json$/, keys: JEST, roots: ([top]) => [top?.["jest"]] },
  { name: "nyc", file: /(?:^|\/)package\.json$/, keys: NYC, roots: ([top]) => [top?.["nyc"], top?.["c8"]] },
];

function holdsOneOf(keys: Tool["keys"]): (object: StatedObject) => boolean {
  return (object) => Object.keys(keys).some((key) => Object.hasOwn(object, key));
}

export interface Settings {
  /** Globs by the setting that they stand in, in the order of the file. */
  readonly globs: readonly { readonly key: string; readonly role: "leaves" | "takes" | "skips" | "runs"; readonly glob: string }[];
  /** Percent by setting; the lowest of several. */
  readonly percents: ReadonlyMap<string, number>;
  readonly switches: ReadonlyMap<string, boolean>;
  /** Settings, or the whole file under "", that are more than a literal. */
  readonly unread: readonly { readonly key: string; readonly source: string }[];
}

/** @returns the tools whose configuration a file is. */
export function toolsOf(file: string): string[] {
  return [...new Set(TOOLS.filter((tool) => tool.file.test(file)).map(({ name }) => name))].sort(byText);
}

/** Never throws: what cannot be read is in `unread`. */
export function settingsOf(tool: string, file: string, text: string): Settings {
  const found = { globs: [], percents: new Map(), switches: new Map(), unread: [] } as Mutable;
  const { keys, roots } = TOOLS.find((each) => each.name === tool && each.file.test(file)) as Tool;
  const stated = /\.[cm]?[jt]s$/.test(file) ? readObjects(file, text) : jsonObjects(text);
  if (stated === undefined) found.unread.push({ key: "", source: text });
  else {
    const held = roots(stated.objects);
    // What stands elsewhere is only missed where nothing stands here.
    if (!stated.isWhole) found.unread.push({ key: "", source: held.length === 0 ? text : "" });
    for (const root of held) for (const [key, role] of Object.entries(keys)) note(key, role, at(root, key.split(".")), found);
  }
  return found;
}

interface Mutable {
  readonly globs: Settings["globs"][number][];
  readonly percents: Map<string, number>;
  readonly switches: Map<string, boolean>;
  readonly unread: Settings["unread"][number][];
}

function jsonObjects(text: string): { objects: readonly StatedObject[]; isWhole: boolean } | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return { objects: isObject(value) ? [value] : [], isWhole: true };
  } catch {
    return undefined;
  }
}

/** The value at a path; unread where one of the objects on the way may hold it unseen. */
function at(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(value)) return key === undefined || value instanceof Unread ? value : undefined;
  return Object.hasOwn(value, key) ? at(value[key], rest) : value["..."];
}

function note(key: string, role: Role, value: unknown, found: Mutable): void {
  if (value instanceof Unread) found.unread.push({ key, source: value.source });
  else if (role === "switch") noteSwitch(key, value, found);
  else if (role === "percent") notePercents(key, value, found);
  else for (const each of Array.isArray(value) ? value : [value]) noteGlob(key, role, each, found);
}

function noteSwitch(key: string, value: unknown, { switches }: Mutable): void {
  if (typeof value === "boolean") switches.set(key, value && switches.get(key) !== false);
}

const OUT = { takes: "leaves", runs: "skips", leaves: "takes", skips: "runs" } as const;

/** `!` turns a glob round: what it does not take in, it leaves out, and the other way about. */
function noteGlob(key: string, role: keyof typeof OUT, value: unknown, { globs, unread }: Mutable): void {
  if (value instanceof Unread) unread.push({ key, source: value.source });
  if (typeof value !== "string") return;
  const isTurned = value.startsWith("!");
  globs.push({ key, role: isTurned ? OUT[role] : role, glob: value });
}

/** Nested by globs of files; `100: true` asks for everything. */
function notePercents(key: string, value: unknown, found: Mutable): void {
  if (value instanceof Unread) found.unread.push({ key, source: value.source });
  if (typeof value === "number") found.percents.set(key, Math.min(value, found.percents.get(key) ?? value));
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== "100") notePercents(`${key}.${name}`, inner, found);
    else if (inner === true) for (const metric of METRICS) found.percents.set(`${key}.${metric}`, 100);
  }
}
