/**
 * One file's coverage as rows of numbers: what a merge of reports of any size is made with.
 * Only plain records are taken. Whatever is spelled in another way, or says a thing twice, is left to `parseRecord`, which knows every spelling;
 * for the others `read` and `writeTable` give the bytes of `renderRecord(parseRecord(…))`, and `add` those of `mergeCoverage`.
 */
import { plus } from "./ordering.js";
import { isSame, readPlainRows } from "./plain-rows.js";
import { NEVER, type PlainRows } from "./table-rows.js";
import { Rows, haveSameKeys, sorted, united, type CompareRows, type Union } from "./rows.js";

export class RecordTable implements PlainRows {
  /** The record's bytes, and behind them the names of functions that were added. */
  text: Buffer = EMPTY;
  textEnd = 0;
  /** Where the record's bytes are kept. */
  private own: Buffer = EMPTY;
  /** Line, hits. */
  lines = new Rows(2, 1);
  /** Line, block, arm, taken. */
  arms = new Rows(4, 3);
  /** Line, end, hits, and where in `text` the name begins and ends; ordered by line and name. */
  functions = new Rows(5, 1);
  /** Where lines of a type stand together. */
  readonly sections = { FN: { from: 0, to: 0 }, FNDA: { from: 0, to: 0 }, BRDA: { from: 0, to: 0 }, DA: { from: 0, to: 0 } };
  /** Whether the sections hold what the rows hold, in the same order: then they can be copied. */
  isAsRead = false;

  /**
   * Takes the place of what was read before.
   * @param record has to stay as it is for as long as the table is used, or until `keep`.
   * @returns whether the record is a plain one; where it is not, the table is of no use.
   */
  read(record: Buffer): boolean {
    this.text = record;
    this.textEnd = record.length;
    if (!readPlainRows(this)) return false;
    const [lines, arms, functions] = [sorted(this.lines, byKey), sorted(this.arms, byKey), sorted(this.functions, byNameIn(this, this))];
    if (lines === undefined || arms === undefined || functions === undefined) return false;
    this.isAsRead &&= lines === this.lines && arms === this.arms && functions === this.functions;
    this.lines = lines;
    this.arms = arms;
    this.functions = functions;
    return true;
  }

  /** Before another record is added: the bytes that were read need not stay any longer. */
  keep(): void {
    const { text, textEnd } = this;
    this.text = this.own;
    this.textEnd = 0;
    this.append(text, 0, textEnd);
  }

  /** Adds the counts of another record of the same file, once this one's are kept. Shards as a rule have the same lines, functions and arms. */
  add(other: RecordTable): void {
    this.isAsRead = false;
    if (haveSameKeys(this.lines, other.lines)) addCounts(this.lines, other.lines, 1);
    else this.lines = united(this.lines, other.lines, { compare: byKey, unite: [[1, sumOf]] });
    if (haveSameKeys(this.arms, other.arms)) addCounts(this.arms, other.arms, 3);
    else this.arms = united(this.arms, other.arms, { compare: byKey, unite: [[3, sumOf]] });
    if (haveSameKeys(this.functions, other.functions) && this.hasNamesOf(other)) {
      addEnds(this.functions, other.functions, 1);
      addCounts(this.functions, other.functions, 2);
    } else this.functions = united(this.functions, other.functions, this.functionsWith(other));
  }

  /** Of as many functions. Most names are short: a loop is quicker than a call of the system's comparison. */
  private hasNamesOf(other: RecordTable): boolean {
    const { functions: a } = this;
    const { functions: b } = other;
    for (let row = 0; row < a.count; row += 1) {
      const length = a.at(row, 4) - a.at(row, 3);
      if (b.at(row, 4) - b.at(row, 3) !== length || !isSame(this.text, a.at(row, 3), a.at(row, 4), other.text, b.at(row, 3))) return false;
    }
    return true;
  }

  private functionsWith(other: RecordTable): Union {
    return {
      compare: byNameIn(this, other),
      unite: [
        [1, Math.max],
        [2, sumOf],
      ],
      taken: (into, row) => {
        const from = this.textEnd;
        this.append(other.text, into.at(row, 3), into.at(row, 4));
        into.set(row, 3, from);
        into.set(row, 4, this.textEnd);
      },
    };
  }

  private append(source: Buffer, from: number, to: number): void {
    const end = this.textEnd + to - from;
    if (end > this.text.length) {
      const larger = Buffer.allocUnsafeSlow(2 * end);
      this.text.copy(larger, 0, 0, this.textEnd);
      this.own = this.text = larger;
    }
    source.copy(this.text, this.textEnd, from, to);
    this.textEnd = end;
  }
}

const byKey: CompareRows = (a, row, b, otherRow) => a.compare(row, b, otherRow);

/** Functions by line and name. Names are compared by their bytes: they are ASCII, so that is the order of their texts. */
function byNameIn(first: RecordTable, second: RecordTable): CompareRows {
  return (a, row, b, otherRow) =>
    a.at(row, 0) - b.at(otherRow, 0) || first.text.compare(second.text, b.at(otherRow, 3), b.at(otherRow, 4), a.at(row, 3), a.at(row, 4));
}

/** Of two counts, of which one may be that of an arm that was never reached. */
function sumOf(a: number, b: number): number {
  return a === NEVER || b === NEVER ? Math.max(a, b) : plus(a, b);
}

/** Of rows with the same keys. A loop of its own for each rule: calling a rule for each row would take most of the time. */
function addCounts(a: Rows, b: Rows, column: number): void {
  const [into, more, { width, count }] = [a.data, b.data, a];
  for (let at = column; at < count * width; at += width) into[at] = sumOf(into[at] as number, more[at] as number);
}

function addEnds(a: Rows, b: Rows, column: number): void {
  const [into, more, { width, count }] = [a.data, b.data, a];
  for (let at = column; at < count * width; at += width) into[at] = Math.max(into[at] as number, more[at] as number);
}

const EMPTY = Buffer.alloc(0);
