/** The part of lcov-parse 1.0.0 that is used; it ships no types. */
declare module "lcov-parse" {
  export interface LcovFile {
    readonly file: string;
    readonly lines: { readonly details: readonly { readonly line: number; readonly hit: number }[] };
    readonly functions: { readonly details: readonly { readonly name: string; readonly line: number; readonly hit?: number }[] };
    readonly branches: {
      readonly details: readonly { readonly line: number; readonly block: number; readonly branch: number; readonly taken: number }[];
    };
  }
  const lcovParse: { source(text: string, callback: (error: string | null, data?: readonly LcovFile[]) => void): void };
  export default lcovParse;
}
