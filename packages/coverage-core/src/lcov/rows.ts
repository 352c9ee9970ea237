/** Rows of numbers, the first of which are the row's key. One flat array: a merge goes through millions of rows. */
export class Rows {
  /** Row after row. */
  data: Float64Array;
  count = 0;

  /**
   * @param width numbers in a row.
   * @param keys how many of them, from the first, make the key.
   */
  constructor(
    readonly width: number,
    readonly keys: number,
  ) {
    this.data = new Float64Array(width * 64);
  }

  /** Makes room for a row. @returns where in `data` it begins. */
  add(): number {
    const at = this.count * this.width;
    this.count += 1;
    if (at + this.width > this.data.length) {
      const larger = new Float64Array(2 * this.data.length);
      larger.set(this.data);
      this.data = larger;
    }
    return at;
  }

  at(row: number, column: number): number {
    return this.data[row * this.width + column] as number;
  }

  set(row: number, column: number, value: number): void {
    this.data[row * this.width + column] = value;
  }

  /** Negative where this row comes before that one of `other`, 0 where they have the same key. */
  compare(row: number, other: Rows, otherRow: number): number {
    const a = row * this.width;
    const b = otherRow * this.width;
    for (let column = 0; column < this.keys; column += 1) {
      const difference = (this.data[a + column] as number) - (other.data[b + column] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  copy(other: Rows, otherRow: number): void {
    const at = this.add();
    const from = otherRow * this.width;
    for (let column = 0; column < this.width; column += 1) this.data[at + column] = other.data[from + column] as number;
  }
}

/** Negative, 0 or positive, as the row of the first comes before, with or behind the row of the second. */
export type CompareRows = (a: Rows, row: number, b: Rows, otherRow: number) => number;

/** In the order of `compare`, for which keys come first. @returns undefined where two rows are the same to it. */
export function sorted(rows: Rows, compare: CompareRows): Rows | undefined {
  if (haveAscendingKeys(rows)) return rows;
  let isAscending = true;
  for (let row = 1; row < rows.count && isAscending; row += 1) isAscending = compare(rows, row - 1, rows, row) < 0;
  if (isAscending) return rows;
  const order = Array.from({ length: rows.count }, (_, row) => row).sort((a, b) => compare(rows, a, rows, b));
  if (order.some((row, place) => place > 0 && compare(rows, order[place - 1] as number, rows, row) === 0)) return undefined;
  const result = new Rows(rows.width, rows.keys);
  for (const row of order) result.copy(rows, row);
  return result;
}

/** As most producers write them: that is seen without a call for each row. */
function haveAscendingKeys({ data, width, keys, count }: Rows): boolean {
  for (let row = width; row < count * width; row += width) {
    let at = row;
    while (at < row + keys && data[at] === data[at - width]) at += 1;
    if (at === row + keys || (data[at] as number) < (data[at - width] as number)) return false;
  }
  return true;
}

/** Whether both have the same keys, row by row. */
export function haveSameKeys(a: Rows, b: Rows): boolean {
  if (a.count !== b.count) return false;
  const [first, second, { width, keys }] = [a.data, b.data, a];
  const end = a.count * width;
  for (let at = 0; at < end; at += width) for (let key = at; key < at + keys; key += 1) if (first[key] !== second[key]) return false;
  return true;
}

type Unite = (a: number, b: number) => number;

export interface Union {
  readonly compare: CompareRows;
  /** Columns of a row that both have, and what becomes of their numbers. The others are the first's. */
  readonly unite: readonly (readonly [column: number, unite: Unite])[];
  /** Called for a row of the result that only the second has. */
  readonly taken?: (into: Rows, row: number) => void;
}

/** Both in order, and each key once; so is the result. */
export function united(a: Rows, b: Rows, { compare, unite, taken }: Union): Rows {
  const result = new Rows(a.width, a.keys);
  for (let [row, otherRow] = [0, 0]; row < a.count || otherRow < b.count;) {
    const order = row === a.count ? 1 : otherRow === b.count ? -1 : compare(a, row, b, otherRow);
    result.copy(order > 0 ? b : a, order > 0 ? otherRow : row);
    const into = result.count - 1;
    if (order === 0) for (const [column, both] of unite) result.set(into, column, both(result.at(into, column), b.at(otherRow, column)));
    if (order > 0) taken?.(result, into);
    if (order <= 0) row += 1;
    if (order >= 0) otherRow += 1;
  }
  return result;
}
