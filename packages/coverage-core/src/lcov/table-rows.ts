import type { Rows } from "./rows.js";

/** What stands in the last column of an arm that was never reached: `-`. */
export const NEVER = -1;
/** What stands in the second column of a function whose end is not known. */
export const NO_END = -1;

/** From where to where in a record's text the lines of one type stand. */
export interface Section {
  from: number;
  to: number;
}

/** One record as rows. */
export interface PlainRows {
  /** The record's bytes. */
  readonly text: Buffer;
  readonly textEnd: number;
  /** Line, hits. */
  readonly lines: Rows;
  /** Line, block, arm, taken. */
  readonly arms: Rows;
  /** Line, end, hits, and where in `text` the name begins and ends. */
  readonly functions: Rows;
  /** Where lines of a type stand together. */
  readonly sections: Readonly<Record<"FN" | "FNDA" | "BRDA" | "DA", Section>>;
  /** Whether the sections hold what the rows hold, in the same order: then they can be copied. */
  isAsRead: boolean;
}
