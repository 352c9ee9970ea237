/** The preset cannot be used as it is configured; shown by vitest, which stops. */
export class PresetError extends Error {
  readonly exitCode = 2;
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(`${code}: ${message}\n  next: ${hint}`);
    this.name = "PresetError";
  }
}
