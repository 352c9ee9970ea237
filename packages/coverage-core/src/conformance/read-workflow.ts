/** The text of a workflow or a composite action → what it runs, where. */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Range, type YAMLMap } from "yaml";

/** A value with its 1-based line. */
export interface Placed {
  readonly text: string;
  readonly line: number;
}

export interface WorkflowFacts {
  /** `uses` of steps and of jobs, with the comment behind it. */
  readonly uses: readonly (Placed & { readonly comment: string; readonly with: ReadonlyMap<string, Placed> })[];
  /** Container images of jobs, of services, and of an action. */
  readonly images: readonly Placed[];
  /** Jobs that state no permissions, where the workflow states none. Of an action there are none. */
  readonly unpermitted: readonly Placed[];
  /** Where `write-all` stands. */
  readonly writeAll: readonly number[];
  /** What is no YAML. */
  readonly faults: readonly Placed[];
}

/** Never throws. */
export function readWorkflow(source: string): WorkflowFacts {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const lineOf = (offset: number) => counter.linePos(offset).line;
  if (document.errors.length > 0) {
    const faults = document.errors.slice(0, 1).map(({ message, pos }) => ({
      text: message.replace(/(?: at line \d+, column \d+:?)?\n[^]*$/, ""),
      line: lineOf(pos[0]),
    }));
    return { ...NOTHING, faults };
  }
  const read: Reader = { document, lineOf };
  const root = mapOf(document.contents, read);
  const jobs = entriesOf(root?.get("jobs", true), read);
  const action = mapOf(root?.get("runs", true), read);
  const jobMaps = jobs.flatMap(({ key, value }) => {
    const map = mapOf(value, read);
    return map === undefined ? [] : [{ key, map }];
  });
  const all = [...jobMaps.map(({ map }) => map), ...(action === undefined ? [] : [action])];
  const steps = all.flatMap((map) => itemsOf(map.get("steps", true), read));
  const permissions = [root, ...jobMaps.map(({ map }) => map)].flatMap((map) => placedOf(map?.get("permissions", true), read));
  return {
    uses: [...all, ...steps].flatMap((map) => placedOf(map.get("uses", true), read).map((each) => ({ ...each, with: withOf(map, read) }))),
    images: all.flatMap((map) => imagesOf(map, read)),
    unpermitted: root?.has("permissions") === true ? [] : jobMaps.filter(({ map }) => !map.has("permissions")).map(({ key }) => key),
    writeAll: permissions.filter((each) => each.text === "write-all").map(({ line }) => line),
    faults: [],
  };
}

const NOTHING: WorkflowFacts = { uses: [], images: [], unpermitted: [], writeAll: [], faults: [] };

interface Reader {
  readonly document: Document;
  readonly lineOf: (offset: number) => number;
}

function resolved(node: unknown, { document }: Reader): Node | undefined {
  const found: unknown = isAlias(node) ? node.resolve(document) : node;
  return found as Node | undefined;
}

function mapOf(node: unknown, read: Reader): YAMLMap | undefined {
  const found = resolved(node, read);
  return isMap(found) ? found : undefined;
}

function itemsOf(node: unknown, read: Reader): YAMLMap[] {
  const found = resolved(node, read);
  return isSeq(found) ? found.items.flatMap((item) => mapOf(item, read) ?? []) : [];
}

function entriesOf(node: unknown, read: Reader): { readonly key: Placed; readonly value: unknown }[] {
  return (mapOf(node, read)?.items ?? []).flatMap(({ key, value }) => placedOf(key, read).map((each) => ({ key: each, value })));
}

function placedOf(node: unknown, read: Reader): (Placed & { readonly comment: string })[] {
  const found = resolved(node, read);
  if (!isScalar(found)) return [];
  const { value, range, comment } = found;
  return [{ text: String(value), line: read.lineOf((range as Range)[0]), comment: comment?.trim() ?? "" }];
}

function withOf(map: YAMLMap, read: Reader): ReadonlyMap<string, Placed> {
  return new Map(
    entriesOf(map.get("with", true), read).flatMap(({ key, value }) => placedOf(value, read).map((each) => [key.text, each] as const)),
  );
}

/** `container: IMAGE`, `container: { image }`, `services.NAME.image`, and `image` of a Docker action. */
function imagesOf(map: YAMLMap, read: Reader): Placed[] {
  const container = map.get("container", true);
  const services = entriesOf(map.get("services", true), read).map(({ value }) => mapOf(value, read)?.get("image", true));
  return [container, mapOf(container, read)?.get("image", true), map.get("image", true), ...services].flatMap((node) =>
    placedOf(node, read),
  );
}
