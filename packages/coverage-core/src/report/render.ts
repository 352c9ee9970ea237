/** What every reporter answers. */
export interface Rendered {
  readonly output: string;
  readonly exitCode: number;
}

/** A document as one line of JSON text would be hard to read in a log: two blanks a level, one newline at the end. */
export function renderJson(document: { readonly exitCode: number }): Rendered {
  return { output: `${JSON.stringify(document, null, 2)}\n`, exitCode: document.exitCode };
}
