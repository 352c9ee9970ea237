/** The bytes of a plain record → rows. A loop over bytes, which a merge of millions of lines spends most of its time in. */
import { NEVER, NO_END, type PlainRows, type Section } from "./table-rows.js";

const [NEWLINE, BLANK, COMMA, DASH, ZERO, NINE, COLON] = [10, 32, 44, 45, 48, 57, 58];
const [A, B, D, F, H, L, N, R, S, T] = [65, 66, 68, 70, 72, 76, 78, 82, 83, 84];
const END = Buffer.from("end_of_record\n");
/** More digits could stand for a number that does not come back as it was. */
const LONGEST = 999_999_999_999_999;

/**
 * @param table its text is the record; its rows and sections are filled in the record's order.
 * @returns false where a line is spelled in another way, or functions are not counted in the order in which they are declared.
 */
export function readPlainRows(table: PlainRows): boolean {
  const { text, textEnd, lines, arms, functions, sections } = table;
  lines.count = arms.count = functions.count = 0;
  const { FN: named, FNDA: called, BRDA: branched, DA: counts } = sections;
  named.from = named.to = called.from = called.to = branched.from = branched.to = counts.from = counts.to = 0;
  let isTogether = true;
  const bytes: Uint8Array = text;
  // Every line before the last then ends, so that no search below goes past the record.
  const last = textEnd - END.length;
  if (last < 0 || text.compare(END, 0, END.length, last, textEnd) !== 0) return false;
  let at = 0;
  let counted = 0;
  let hasFile = false;
  while (at < last) {
    const from = at;
    // No array to take apart: this is done for every line.
    const first = bytes[at];
    const second = bytes[at + 1];
    const third = bytes[at + 2];
    if (first === D && second === A && third === COLON) {
      const row = lines.add();
      at = number(bytes, at + 3, lines.data, row);
      if (at < 0 || bytes[at] !== COMMA || lines.data[row] === 0) return false;
      at = number(bytes, at + 1, lines.data, row + 1);
      if (at < 0 || bytes[at] !== NEWLINE) return false;
      at += 1;
      isTogether = extend(sections.DA, from, at) && isTogether;
    } else if (first === B && second === R && third === D && bytes[at + 3] === A && bytes[at + 4] === COLON) {
      const row = arms.add();
      at += 4;
      for (let column = 0; column < 3; column += 1) {
        at = number(bytes, at + 1, arms.data, row + column);
        if (at < 0 || bytes[at] !== COMMA) return false;
      }
      if (arms.data[row] === 0) return false;
      if (bytes[at + 1] === DASH) {
        arms.data[row + 3] = NEVER;
        at += 2;
      } else at = number(bytes, at + 1, arms.data, row + 3);
      if (at < 0 || bytes[at] !== NEWLINE) return false;
      at += 1;
      isTogether = extend(sections.BRDA, from, at) && isTogether;
    } else if (first === F && second === N && third === COLON) {
      const row = functions.add();
      const { data } = functions;
      at = number(bytes, at + 3, data, row);
      if (at < 0 || bytes[at] !== COMMA || data[row] === 0) return false;
      data[row + 1] = NO_END;
      const behind = bytes[at + 1] as number;
      if (behind >= ZERO && behind <= NINE) {
        at = number(bytes, at + 1, data, row + 1);
        if (at < 0 || bytes[at] !== COMMA || data[row + 1] === 0) return false;
      }
      const end = nameEnd(bytes, at + 1);
      if (end < 0) return false;
      data[row + 2] = NEVER;
      data[row + 3] = at + 1;
      data[row + 4] = end;
      at = end + 1;
      isTogether = extend(sections.FN, from, at) && isTogether;
    } else if (first === F && second === N && third === D && bytes[at + 3] === A && bytes[at + 4] === COLON) {
      if (counted === functions.count) return false;
      const { data } = functions;
      const row = counted * functions.width;
      counted += 1;
      at = number(bytes, at + 5, data, row + 2);
      if (at < 0 || bytes[at] !== COMMA) return false;
      const end = nameEnd(bytes, at + 1);
      const name = data[row + 3] as number;
      const nameTo = data[row + 4] as number;
      if (end - at - 1 !== nameTo - name || !isSame(bytes, name, nameTo, bytes, at + 1)) return false;
      at = end + 1;
      isTogether = extend(sections.FNDA, from, at) && isTogether;
    } else if (first === S && second === F && third === COLON) {
      if (hasFile) return false;
      hasFile = true;
      at = text.indexOf(NEWLINE, at) + 1;
    } else if ((first === T && second === N && third === COLON) || isSum(bytes, at)) {
      at = text.indexOf(NEWLINE, at) + 1;
    } else return false;
  }
  table.isAsRead = isTogether;
  return at === last && hasFile && counted === functions.count;
}

/** @returns whether the line follows the section's last one. */
function extend(section: Section, from: number, to: number): boolean {
  const isNext = section.to === from || section.to === 0;
  if (section.to === 0) section.from = from;
  section.to = to;
  return isNext;
}

/** Puts the number that begins at `at` into `data`. @returns where it ends; -1 where there is none in its plain form. */
function number(bytes: Uint8Array, at: number, data: Float64Array, place: number): number {
  let next = at;
  let byte = bytes[next] as number;
  let value = 0;
  while (byte >= ZERO && byte <= NINE) {
    value = value * 10 + (byte - ZERO);
    byte = bytes[++next] as number;
  }
  // A zero in front would not come back.
  if (next === at || value > LONGEST || (next > at + 1 && bytes[at] === ZERO)) return -1;
  data[place] = value;
  return next;
}

/** @returns where the line ends; -1 for a name that is empty, has blanks around it, or is not ASCII. */
function nameEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at] as number; byte !== NEWLINE; byte = bytes[++at] as number) if (byte > 126) return -1;
  return at > from && (bytes[from] as number) > BLANK && (bytes[at - 1] as number) > BLANK ? at : -1;
}

/** Whether the bytes between are those that begin at `otherFrom`. */
export function isSame(bytes: Uint8Array, from: number, to: number, others: Uint8Array, otherFrom: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== others[otherFrom + at - from]) return false;
  return true;
}

/** `LF`, `LH`, `FNF`, `FNH`, `BRF`, `BRH`: they are recounted. */
function isSum(bytes: Uint8Array, at: number): boolean {
  const start =
    bytes[at] === L ? at + 1 : (bytes[at] === F && bytes[at + 1] === N) || (bytes[at] === B && bytes[at + 1] === R) ? at + 2 : -1;
  return start !== -1 && (bytes[start] === F || bytes[start] === H) && bytes[start + 1] === COLON;
}
