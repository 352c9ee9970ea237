/**
 * Sets fields of a story's front matter. Every byte that belongs to no field that is set stays: comments, order, quotes, unknown keys, line ends.
 */
import { isScalar, parseDocument, stringify, type Pair, type YAMLMap } from "yaml";
import { splitFrontMatter, type SplitText } from "./front-matter.js";
import { FIELD_ORDER, type FrontMatter } from "./schema.js";

export type FieldChanges = Partial<FrontMatter>;

/** @param text of a file that `parseStory` takes. */
export function editStory(text: string, changes: FieldChanges): string {
  return Object.entries(changes).reduce((edited, [key, value]) => setField(edited, key, value), text);
}

function setField(text: string, key: string, value: unknown): string {
  const split = splitFrontMatter(text) as SplitText;
  const pair = pairOf(fieldsIn(split), key);
  if (pair === undefined) return insertField(text, split, key, value);
  const [from, until] = rangeOf(pair, split.yaml);
  const rendered = isPlain(value) && isScalar(pair.value) ? ` ${renderValue(value)}` : renderField(key, value).slice(`${key}:`.length);
  return spliced(text, split, from, until, rendered);
}

/** From behind the key's colon to the value's end. A comment behind a value on its line stays. */
function rangeOf(pair: Pair, yaml: string): [number, number] {
  const key = pair.key as { range: [number, number, number] };
  const value = pair.value as { range: [number, number, number] };
  const colon = yaml.indexOf(":", key.range[1]) + 1;
  const until = value.range[1];
  // A block's range ends behind its last line's end, which is not the value's.
  const trimmed = yaml.slice(colon, until).replace(/[\r\n]+[ \t]*$/, "");
  return [colon, colon + trimmed.length];
}

/** Behind the field that comes before it in the order of a new file. */
function insertField(text: string, split: SplitText, key: string, value: unknown): string {
  const fields = fieldsIn(split);
  const place = FIELD_ORDER.indexOf(key);
  const before = FIELD_ORDER.slice(0, place === -1 ? undefined : place).reverse();
  // There is always one: no story is without an id.
  const pair = before.map((each) => pairOf(fields, each)).find((found) => found !== undefined) as Pair;
  const line = split.yaml.indexOf("\n", rangeOf(pair, split.yaml)[1]) + 1;
  return spliced(text, split, line, line, `${renderField(key, value)}\n`);
}

function fieldsIn({ yaml }: SplitText): YAMLMap {
  return parseDocument(yaml).contents as unknown as YAMLMap;
}

/** Not a key that stands alone behind `?`: what is written for it anew is refused, as a key that stands twice, before it reaches a file. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((each) => isScalar(each.key) && each.key.value === key && each.value !== null);
}

function spliced(text: string, { from, newline }: SplitText, start: number, end: number, replacement: string): string {
  return `${text.slice(0, from + start)}${replacement.replaceAll("\n", newline)}${text.slice(from + end)}`;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

/** A text stands on one line, whatever is in it: a block would have to be indented as its place asks. */
const OPTIONS = { lineWidth: 0, indent: 2, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

function renderValue(value: unknown): string {
  // Only double quotes have a word for a line's end.
  const hasLines = JSON.stringify(value).includes("\\n");
  // Only the last line's end is the rendering's: whatever else is blank belongs to the value.
  return stringify(value, hasLines ? { ...OPTIONS, singleQuote: false } : OPTIONS).replace(/\n$/, "");
}

/** `key: value`, without the line's end. */
export function renderField(key: string, value: unknown): string {
  return renderValue({ [key]: value });
}
