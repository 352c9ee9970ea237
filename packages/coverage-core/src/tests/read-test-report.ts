/** A test report → how many tests ran. What it is, is told by its content; the readers are loaded when they are needed. */
import { decodeText } from "../formats/decode-text.js";
import { notationOf } from "../formats/detect-format.js";
import type { TestFacts } from "./test-facts.js";

/**
 * @param name the report's path, for errors.
 * @returns undefined where it is no test report: neither JUnit XML nor vitest's or Jest's JSON.
 * @throws BandlineError REPORT_EMPTY, REPORT_UNKNOWN for a Git LFS pointer, REPORT_TRUNCATED, REPORT_MALFORMED or REPORT_TOO_LARGE: all exit 3.
 */
export async function readTestReport(bytes: Uint8Array, name: string): Promise<TestFacts | undefined> {
  const text = decodeText(bytes, name, "let the tests write one report a package, without what they print");
  switch (notationOf(text)) {
    case "json": {
      const [{ parseJson }, { readVitestJson }] = await Promise.all([import("../formats/json.js"), import("./vitest-json.js")]);
      return readVitestJson(parseJson(text, name), name);
    }
    case "xml": {
      const [{ parseXml }, { readJunit }] = await Promise.all([import("../formats/xml.js"), import("./junit.js")]);
      return readJunit(parseXml(text, name));
    }
    default:
      return undefined;
  }
}
