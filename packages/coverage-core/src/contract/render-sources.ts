/** The text of `coverage/sources.json`. */
import type { SourceRecord, SourcesDocument } from "./sources.js";

/** @param sources by file, in the order in which they are to stand there. The bytes are those of `JSON.stringify(document, null, 2)`, in a fraction of the time. */
export function renderSources(sources: ReadonlyMap<string, SourceRecord>, report?: SourcesDocument["report"]): string {
  const head = `{\n  "schemaVersion": "1.0",\n${report === undefined ? "" : `  "report": {\n    "bytes": ${report.bytes}\n  },\n`}`;
  if (sources.size === 0) return `${head}  "sources": {}\n}\n`;
  const entries: string[] = [];
  for (const [file, { blob, by }] of sources) {
    const more = by === undefined ? "" : `,\n      "by": "${by}"`;
    entries.push(`    ${JSON.stringify(file)}: {\n      "blob": ${blob === null ? "null" : `"${blob}"`}${more}\n    }`);
  }
  return `${head}  "sources": {\n${entries.join(",\n")}\n  }\n}\n`;
}
