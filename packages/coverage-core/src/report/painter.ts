import pc from "picocolors";

/** Colours by meaning. */
export interface Painter {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** @param colours whether the stream that is written to shows colours. */
export function painterFor(colours: boolean): Painter {
  const { green, red, yellow, bold } = pc.createColors(colours);
  return { good: green, bad: red, note: yellow, strong: bold };
}
