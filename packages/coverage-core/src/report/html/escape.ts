/** The one way to HTML: whatever is put into `html` is text, unless `html` made it. */

/** Markup that is safe to stand in a page as it is. Only this file makes any. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** @internal Of text that was escaped already. */
  static of(text: string): Html {
    return new Html(text);
  }

  toString(): string {
    return this.#text;
  }
}

export type Content = Html | string | number | null | false | readonly Content[];

/** A template whose values are escaped, for text and for attributes in double quotes alike; nothing stands for `null` and `false`. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return Html.of(unindented(parts).reduce((text, part, at) => text + textOf(values[at - 1] ?? null) + part));
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** How the source is indented is nothing to the page, and thousands of rows of it would be a third of its size. */
function unindented(parts: TemplateStringsArray): readonly string[] {
  const short = known.get(parts) ?? parts.map((part) => part.replace(/\n\s*/g, "\n"));
  known.set(parts, short);
  return short;
}

/** @param markup of a library that escapes by itself, or a constant of ours. */
export function trusted(markup: string): Html {
  return Html.of(markup);
}

function textOf(value: Content): string {
  if (value === null || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(textOf).join("");
  return escape(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

/** Signs that HTML forbids, or that make a line read in another order than it is run: control characters, directions, halves of a pair. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\p{Surrogate}]/gu;

/** @returns the text with each sign that could not be seen as `\u202e` says it. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
