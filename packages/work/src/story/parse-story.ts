/** A story's file → what it says, and every fault with its line. */
import { LineCounter, isMap, parseDocument, type Document, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import type { z } from "zod";
import { WorkFilesError, type Problem } from "../work-error.js";
import { splitFrontMatter, type SplitText } from "./front-matter.js";
import { frontMatter, type FrontMatter } from "./schema.js";

export interface Story {
  /** Relative to the repository. */
  readonly path: string;
  /** The file's whole text: editing begins from it, so that what is not edited stays as it is. */
  readonly text: string;
  readonly fields: FrontMatter;
  /** The names of the fields, in the file's order. */
  readonly names: readonly string[];
  /** Markdown, behind the front matter. */
  readonly body: string;
  /** The 1-based line on which the body begins. */
  readonly bodyLine: number;
}

/** @throws WorkFilesError with every problem at once. */
export function parseStory(text: string, path: string): Story {
  const read = readStory(text, path);
  if ("text" in read) return read;
  throw new WorkFilesError(read);
}

/** @returns the story, or everything that is wrong with it. */
export function readStory(text: string, path: string): Story | readonly Problem[] {
  const split = splitFrontMatter(text);
  if (split === undefined)
    return [{ file: path, line: 1, field: null, message: "no front matter; allowed: fields between two lines of ---" }];
  const counter = new LineCounter();
  const document = parseDocument(split.yaml, { lineCounter: counter, prettyErrors: false }) as Document<ParsedNode>;
  if (document.errors.length > 0) {
    return document.errors.map(({ pos: [at], message }) => ({ file: path, line: counter.linePos(at).line + 1, field: null, message }));
  }
  const parsed = frontMatter.safeParse(document.toJS());
  if (!parsed.success) return parsed.error.issues.map((issue) => problemOf(issue, { document, split, text, path }));
  return { path, text, fields: parsed.data, names: namesIn(document), body: text.slice(split.body), bodyLine: lineAt(text, split.body) };
}

function namesIn({ contents }: Document<ParsedNode>): string[] {
  return (contents as unknown as YAMLMap<Scalar>).items.map(({ key }) => String(key.value));
}

interface Place {
  readonly document: Document<ParsedNode>;
  readonly split: SplitText;
  readonly text: string;
  readonly path: string;
}

function problemOf(issue: z.core.$ZodIssue, { document, split, text, path }: Place): Problem {
  const keys = issue.path as (string | number)[];
  const value: unknown = document.getIn(keys);
  const message = `received ${shown(value)}; allowed: ${issue.message}`;
  return { file: path, line: lineAt(text, split.from + offsetOf(document, keys)), field: keys.join(".") || null, message };
}

/** Where a value stands; where it does not, the nearest that it would stand in. */
function offsetOf(document: Document<ParsedNode>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1];
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent) ? parent.items.find((each) => (each.key as { value?: unknown }).value === key) : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    const at = (node as { range?: readonly [number, number, number] | null } | undefined)?.range?.[0];
    if (at !== undefined) return at;
  }
  return 0;
}

const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
