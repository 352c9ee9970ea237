/** XML text → elements. No entity is expanded but the five of XML itself and numbers, and nothing is ever fetched. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { placeText } from "./json.js";
import { reportError } from "./model.js";
import { isRecord } from "../json-value.js";

export interface XmlElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: (name: string) => XmlElement[];
  readonly text: () => string;
  /** `report:line` where it begins. */
  readonly place: () => string;
}

const PREFIX = "@";
const TEXT = "#text";

/**
 * @returns the root element.
 * @throws BandlineError REPORT_TRUNCATED or REPORT_MALFORMED with line and column.
 */
export function parseXml(text: string, name: string): XmlElement {
  // The parser alone takes a text that is cut off for whole. The validator's successor brings a language of rules along.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { msg, line, col = 1 } = valid.err as { msg: string; line: number; col?: number };
    const place = placeText(name, { line, column: col });
    // Tags that nothing closes: the validator lists them where the text ends.
    if (/^(Unclosed tag|Invalid '\[)/.test(msg)) throw reportError("REPORT_TRUNCATED", `${place}: the XML stops before its end`);
    throw reportError("REPORT_MALFORMED", `${place}: expected XML: ${msg}`);
  }
  // The validator has seen that there is a root.
  const [tag, [node]] = Object.entries(parse(text, name)).find(([key]) => !/^[?#@]/.test(key)) as [string, [unknown]];
  return elementOf(tag, node, createLines(text, name), 0);
}

/** @throws BandlineError REPORT_MALFORMED. */
export function required(element: XmlElement, attribute: string): string {
  const value = element.attribute(attribute);
  if (value !== undefined) return value;
  throw reportError("REPORT_MALFORMED", `${element.place()}: expected the attribute ${attribute} in <${element.name}>`);
}

/** The elements at the end of a path of names. */
export function childrenAt(element: XmlElement, path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>((level, name) => level.flatMap((each) => each.children(name)), [element]);
}

function parse(text: string, name: string): Readonly<Record<string, unknown>> {
  const parser = new XMLParser({
    attributeNamePrefix: PREFIX,
    captureMetaData: true,
    ignoreAttributes: false,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
    jPath: false,
    parseTagValue: false,
    processEntities: false,
    textNodeName: TEXT,
  });
  try {
    return parser.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw reportError("REPORT_MALFORMED", `${name}: expected XML: ${(error as Error).message}`);
  }
}

const METADATA = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** @param node an object of attributes and children; a text, where the element has nothing else, and then no place but `around`, where its parent begins. */
function elementOf(name: string, node: unknown, placeOf: (offset: number) => string, around: number): XmlElement {
  const fields = isRecord(node) ? node : { [TEXT]: node };
  const begin = isRecord(node) ? (node[METADATA] as { readonly startIndex: number }).startIndex : around;
  return {
    name,
    attribute: (key) => {
      const value = fields[PREFIX + key];
      return typeof value === "string" ? withCharacters(value) : undefined;
    },
    children: (child) => {
      const nodes = Object.hasOwn(fields, child) ? fields[child] : undefined;
      return Array.isArray(nodes) ? nodes.map((each) => elementOf(child, each, placeOf, begin)) : [];
    },
    text: () => {
      const text = fields[TEXT];
      return typeof text === "string" ? withCharacters(text).trim() : "";
    },
    place: () => placeOf(begin),
  };
}

/** Answers in which line an offset is; the lines are counted once, when the first place is told. */
function createLines(text: string, name: string): (offset: number) => string {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [...text.matchAll(/\n/g)].map(({ index }) => index);
    return `${name}:${countBelow(starts, offset) + 1}`;
  };
}

function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** What XML defines by itself. Entities of a DOCTYPE stay as they are written. */
function withCharacters(text: string): string {
  return text.includes("&")
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|quot));/gi, (whole, hex?: string, decimal?: string, named?: string) =>
        named === undefined ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), whole) : (NAMED[named] ?? whole),
      )
    : text;
}

function character(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
