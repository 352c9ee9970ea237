import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from "parse5";

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** With that of everything inside, blanks as one. */
  readonly text: string;
  readonly all: readonly Element[];
}

/** What a browser would make of it. */
export function parsed(markup: string): Element {
  return elementOf(parse(markup));
}

function elementOf(node: DefaultTreeAdapterTypes.ParentNode): Element {
  const children = node.childNodes.filter((each) => tree.isElementNode(each)).map(elementOf);
  return {
    tag: "tagName" in node ? node.tagName : "",
    attributes: "attrs" in node ? Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) : {},
    text: textOf(node).replace(/\s+/g, " ").trim(),
    all: children.flatMap((each) => [each, ...each.all]),
  };
}

/** What a reader sees apart from what stands beside it. */
const APART = new Set(["br", "dd", "del", "div", "dt", "ins", "li", "p", "small", "summary", "td", "th"]);

export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (tree.isTextNode(node)) return node.value;
  const text = "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
  return tree.isElementNode(node) && APART.has(node.tagName) ? ` ${text} ` : text;
}

/** Of a tag, and where it is given of a class. */
export function find(element: Element, tag: string, css?: string): Element[] {
  return element.all.filter(
    (each) => each.tag === tag && (css === undefined || each.attributes["class"]?.split(" ").includes(css) === true),
  );
}

export function byId(element: Element, id: string): Element {
  const found = element.all.filter(({ attributes }) => attributes["id"] === id);
  if (found.length !== 1) throw new Error(`${found.length} elements are ${id}`);
  return found[0] as Element;
}
