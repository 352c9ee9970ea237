/** The changed files as they are on disk, and whether the report was made from that text. */
import { join } from "node:path";
import {
  analyseSource,
  isReadableSource,
  type FileCoverage,
  type Freshness,
  type Notice,
  type RepoPath,
  type SourceFacts,
  type SourceState,
} from "@repo/coverage-core";
import { blobIdOf, modifiedAt, readIfThere } from "@repo/coverage-io";
import type { ChangedCoverage } from "./gather-coverage.js";

/** @returns the state of each file that can be read. */
export async function gatherSources(
  root: string,
  files: readonly RepoPath[],
  coverage: ChangedCoverage,
  warn: (notice: Notice) => void,
): Promise<Map<RepoPath, SourceState>> {
  const states = new Map<RepoPath, SourceState>();
  for (const file of files) {
    const bytes = await readIfThere(join(root, file));
    if (bytes === undefined) {
      warn({ code: "SOURCE_UNREADABLE", message: `${file} is not on disk: its freshness and its statements are not judged` });
      continue;
    }
    const text = bytes.toString("utf8");
    states.set(file, stateOf(file, text, await freshnessOf(root, file, bytes, coverage, warn), warn));
  }
  return states;
}

/** Parsing takes longer than all the rest, and most files need none: their changed lines have counts of their own. */
function stateOf(file: RepoPath, text: string, freshness: Freshness, warn: (notice: Notice) => void): SourceState {
  let facts: SourceFacts | null | undefined;
  return {
    text,
    freshness,
    get facts() {
      if (facts !== undefined) return facts;
      facts = isReadableSource(file) ? (analyseSource(file, text) ?? null) : null;
      if (facts === null && isReadableSource(file))
        warn({ code: "SOURCE_UNPARSED", message: `${file} has a syntax error: lines are taken as the report gives them` });
      return facts;
    },
  };
}

async function freshnessOf(
  root: string,
  file: RepoPath,
  bytes: Buffer,
  coverage: ChangedCoverage,
  warn: (notice: Notice) => void,
): Promise<Freshness> {
  const record = coverage.sources.get(file);
  if (record !== undefined) return record.blob === blobIdOf(bytes) ? "fresh" : "stale";
  const measured = coverage.byFile.get(file);
  if (measured === undefined) return "unknown";
  const newer = ((await modifiedAt(join(root, file))) ?? 0) > coverage.madeAt;
  if (newer || lastLineOf(measured) > bytes.toString("utf8").split("\n").length) return "stale";
  warn({ code: "FRESHNESS_UNKNOWN", message: "no coverage/sources.json beside the report: nobody recorded which text was measured" });
  return "unknown";
}

function lastLineOf({ lines }: FileCoverage): number {
  return [...lines.keys()].reduce((last, line) => Math.max(last, line), 0);
}
