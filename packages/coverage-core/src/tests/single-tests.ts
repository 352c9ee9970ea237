/** A test report → each of its tests: which took how long. */
import { decodeText } from "../formats/decode-text.js";
import { notationOf } from "../formats/detect-format.js";

export interface SingleTest {
  /** As the report names it: absolute, relative to anywhere, or the name of a class; null where it says nothing. */
  readonly file: string | null;
  readonly name: string;
  /** null where the report does not say. */
  readonly durationMs: number | null;
  readonly outcome: "passed" | "failed" | "skipped";
}

/** @param name the report's path, for errors. @returns undefined where it is no test report. @throws as `readTestReport`. */
export async function readSingleTests(bytes: Uint8Array, name: string): Promise<SingleTest[] | undefined> {
  const text = decodeText(bytes, name, "let the tests write one report a package, without what they print");
  const notation = notationOf(text);
  if (notation === "json") {
    const [{ parseJson }, { vitestTests }] = await Promise.all([import("../formats/json.js"), import("./vitest-json.js")]);
    return vitestTests(parseJson(text, name));
  }
  if (notation !== "xml") return undefined;
  const [{ parseXml }, { junitTests }] = await Promise.all([import("../formats/xml.js"), import("./junit.js")]);
  return junitTests(parseXml(text, name));
}
