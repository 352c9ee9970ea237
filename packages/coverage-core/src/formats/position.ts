/** Both 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** @param offset of a character of `text`, or its length. */
export function positionAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
