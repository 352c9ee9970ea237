/**
 * One record → FileCoverage by way of lcov-parse: a second opinion of what a record says.
 * lcov-parse 1.0.0 misreads `FN:start,end,name`, knows no FNL and FNA, cuts names at a comma and turns `-` into 0,
 * so it is handed the record's lines in the oldest spelling, with numbers in place of texts; the texts are put back afterwards.
 */
import lcovParse, { type LcovFile } from "lcov-parse";
import type { Notice } from "../../failure.js";
import type { FileCoverage } from "../model.js";
import { canonical } from "../ordering.js";
import { readLines, type LcovLine } from "../read-lines.js";
import type { LcovRecord } from "../split-records.js";

/** `-` on its way through lcov-parse. */
const NEVER = -1;

/** @param name, warn, throws as for `readLines`. */
export function parseWithLcovParse(record: LcovRecord, name: string, warn: (notice: Notice) => void = () => {}): FileCoverage {
  const read = readLines(record, name, warn);
  const functions = read.filter((line) => line.type === "function");
  const arms = read.filter((line) => line.type === "arm");
  const parsed = parse(["SF:record", ...oldSpelling(read), "end_of_record"].join("\n"));
  return canonical(
    record.file,
    parsed.lines.details.map(({ line, hit }) => [line, hit] as const),
    parsed.functions.details.map(({ name: id, line, hit }) => {
      const { name, endLine } = functions[Number(id)] as (typeof functions)[number];
      return { name, line, endLine, hits: hit ?? 0 };
    }),
    parsed.branches.details.map(({ line, block: index, taken }) => {
      const { block, arm } = arms[index] as (typeof arms)[number];
      return { line, block, arm, taken: taken === NEVER ? null : taken };
    }),
  );
}

/** Arms are numbered in their order. */
function oldSpelling(read: readonly LcovLine[]): string[] {
  let arms = 0;
  return read.map((line) => {
    switch (line.type) {
      case "line":
        return `DA:${line.line},${line.hits}`;
      case "function":
        return `FN:${line.line},${line.id}`;
      case "function-hits":
        return `FNDA:${line.hits},${line.id}`;
      case "arm":
        return `BRDA:${line.line},${arms++},0,${line.taken ?? NEVER}`;
    }
  });
}

/** lcov-parse calls back before it returns when it is given text. */
function parse(text: string): LcovFile {
  const answers: (readonly LcovFile[] | undefined)[] = [];
  lcovParse.source(text, (_error, data) => answers.push(data));
  return answers[0]?.[0] as LcovFile;
}
