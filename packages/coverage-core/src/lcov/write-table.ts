/** A table → one record, its sums recounted: the bytes of `renderRecord`. */
import type { ByteWriter } from "./byte-writer.js";
import type { CoverageCounts } from "./count-model.js";
import type { Rows } from "./rows.js";
import { NEVER, NO_END, type PlainRows, type Section } from "./table-rows.js";

/** @param file the path that stands in the record. */
export function writeTable(writer: ByteWriter, table: PlainRows, file: string): CoverageCounts {
  const { text, lines, arms, functions, sections, isAsRead } = table;
  const counts = {
    lines: { covered: hitsIn(lines, 1), total: lines.count },
    functions: { covered: hitsIn(functions, 2), total: functions.count },
    branches: { covered: hitsIn(arms, 3), total: arms.count },
  };
  const section = (write: (writer: ByteWriter, table: PlainRows) => void, { from, to }: Section) => {
    if (isAsRead) writer.bytes(text, from, to);
    else write(writer, table);
  };
  writer.text(`TN:\nSF:${file}\n`);
  section(writeFunctions, sections.FN);
  section(writeFunctionHits, sections.FNDA);
  writer.text(`FNF:${counts.functions.total}\nFNH:${counts.functions.covered}\n`);
  section(writeArms, sections.BRDA);
  writer.text(`BRF:${counts.branches.total}\nBRH:${counts.branches.covered}\n`);
  section(writeLines, sections.DA);
  writer.text(`LF:${counts.lines.total}\nLH:${counts.lines.covered}\nend_of_record\n`);
  return counts;
}

function hitsIn({ data, width, count }: Rows, column: number): number {
  let hit = 0;
  for (let at = column; at < count * width; at += width) if ((data[at] as number) > 0) hit += 1;
  return hit;
}

function writeFunctions(writer: ByteWriter, { text, functions }: PlainRows): void {
  for (let row = 0; row < functions.count; row += 1) {
    writer.bytes(FN);
    writer.number(functions.at(row, 0));
    writer.byte(COMMA);
    if (functions.at(row, 1) !== NO_END) {
      writer.number(functions.at(row, 1));
      writer.byte(COMMA);
    }
    writer.bytes(text, functions.at(row, 3), functions.at(row, 4));
    writer.byte(NEWLINE);
  }
}

function writeFunctionHits(writer: ByteWriter, { text, functions }: PlainRows): void {
  for (let row = 0; row < functions.count; row += 1) {
    writer.bytes(FNDA);
    writer.number(functions.at(row, 2));
    writer.byte(COMMA);
    writer.bytes(text, functions.at(row, 3), functions.at(row, 4));
    writer.byte(NEWLINE);
  }
}

function writeArms(writer: ByteWriter, { arms }: PlainRows): void {
  for (let row = 0; row < arms.count; row += 1) {
    writer.bytes(BRDA);
    for (let column = 0; column < 3; column += 1) {
      writer.number(arms.at(row, column));
      writer.byte(COMMA);
    }
    const taken = arms.at(row, 3);
    if (taken === NEVER) writer.byte(DASH);
    else writer.number(taken);
    writer.byte(NEWLINE);
  }
}

function writeLines(writer: ByteWriter, { lines }: PlainRows): void {
  for (let row = 0; row < lines.count; row += 1) {
    writer.bytes(DA);
    writer.number(lines.at(row, 0));
    writer.byte(COMMA);
    writer.number(lines.at(row, 1));
    writer.byte(NEWLINE);
  }
}

const [NEWLINE, COMMA, DASH] = [10, 44, 45];
const FN = Buffer.from("FN:");
const FNDA = Buffer.from("FNDA:");
const BRDA = Buffer.from("BRDA:");
const DA = Buffer.from("DA:");
