/**
 * Go's coverprofile: blocks from one place of a file to another. A line has the sum of the blocks that touch it, as gcov2lcov turns them into lcov.
 * `go test -coverpkg` says a block once a tested package: those are one, by sum; with `mode: set` it ran or did not, and sums mean nothing.
 */
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import { plus } from "../lcov/ordering.js";
import type { Counts } from "../percent.js";
import { reportError, shown, type ReadFiles, type ReportContext } from "./model.js";
import { coverageOf, createSpanCount, plausibleLine } from "./parts.js";

interface Block {
  readonly begin: number;
  readonly end: number;
  readonly statements: number;
  readonly hits: number;
}

const MODE = /^mode: (set|count|atomic)$/;
const BLOCK = /^(.+):((\d+)\.\d+,(\d+)\.\d+) (\d+) (\d+)$/;

export function readGoCoverprofile(text: string, { name, warn }: ReportContext): ReadFiles {
  const rows = text.split("\n");
  const first = rows.slice(0, 1).join("").trim();
  const mode = MODE.exec(first)?.[1];
  if (mode === undefined)
    throw reportError("REPORT_MALFORMED", `${name}:1: expected "mode: set", "mode: count" or "mode: atomic", received ${shown(first)}`);
  const byFile = new Map<string, Map<string, Block>>();
  const count = createSpanCount();
  rows.forEach((row, index) => {
    // Profiles that were put behind one another have a mode each.
    if (row.trim() === "" || MODE.test(row.trim())) return;
    const context = { place: () => `${name}:${index + 1}`, warn };
    const { file, span, block } = parseBlock(row.trim(), context, index === rows.length - 1);
    const blocks = byFile.get(file) ?? new Map<string, Block>();
    const known = blocks.get(span);
    if (known === undefined) count(block.end - block.begin + 1, context);
    byFile.set(file, blocks.set(span, known === undefined ? block : { ...block, hits: together(known.hits, block.hits, mode) }));
  });
  const files = [...byFile].map(([file, blocks]) => coverageOf(file, linesOf(blocks.values()), [], [], name));
  return { files, stated: new Map([...byFile].map(([file, blocks]) => [file, { statements: countsOf([...blocks.values()]) }])) };
}

function parseBlock(row: string, context: FieldContext, isLast: boolean): { file: string; span: string; block: Block } {
  const [, file, span, begin, end, statements, hits] = BLOCK.exec(row) ?? [];
  if (
    file === undefined ||
    span === undefined ||
    begin === undefined ||
    end === undefined ||
    statements === undefined ||
    hits === undefined
  ) {
    const code = isLast ? "REPORT_TRUNCATED" : "REPORT_MALFORMED";
    throw reportError(code, `${context.place()}: expected file:line.column,line.column statements count, received ${shown(row)}`);
  }
  return {
    file,
    span,
    block: {
      begin: plausibleLine(parseLine(begin, context), context),
      end: plausibleLine(parseLine(end, context), context),
      statements: parseCount(statements, context),
      hits: parseCount(hits, context),
    },
  };
}

function together(a: number, b: number, mode: string): number {
  return mode === "set" ? Math.max(a, b) : plus(a, b);
}

/** A block without a statement, such as an empty body, cannot run. */
function linesOf(blocks: Iterable<Block>): Map<number, number> {
  const lines = new Map<number, number>();
  for (const { begin, end, statements, hits } of blocks) {
    if (statements === 0) continue;
    for (let line = begin; line <= end; line += 1) lines.set(line, plus(lines.get(line) ?? 0, hits));
  }
  return lines;
}

function countsOf(blocks: readonly Block[]): Counts {
  const sum = (counted: readonly Block[]) => counted.reduce((total, { statements }) => total + statements, 0);
  return { covered: sum(blocks.filter(({ hits }) => hits > 0)), total: sum(blocks) };
}
