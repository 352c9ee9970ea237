/** A test report → its tests one by one, and in which file each stands. What it is, is told by its content, as `readTestReport` does. */
import { decodeText } from "../formats/decode-text.js";
import { notationOf } from "../formats/detect-format.js";
import type { XmlElement } from "../formats/xml.js";
import { isRecord } from "../json-value.js";
import { SOURCE_ENDINGS } from "../policy/source-endings.js";
import { outcomeOf } from "./junit.js";

/** One test of a report; where a file could not be loaded, or a suite could not be set up, that stands for one. */
export interface ExecutedTest {
  /** The file's path, absolute or relative to a folder that the report does not name; null where none is stated. */
  readonly path: string | null;
  /** The parts of a dotted name that begins with the file's: `tests`, `test_token`, `TestExpiry`. Empty where there is none. */
  readonly dotted: readonly string[];
  /** For messages. */
  readonly name: string;
  readonly outcome: "ran" | "skipped" | "errored";
  /** Of what errored: what was said, in one line. */
  readonly message: string;
}

/** @returns nothing where it is no test report, or tells of no test. @throws BandlineError as `readTestReport`. */
export async function readExecutedTests(bytes: Uint8Array, name: string): Promise<ExecutedTest[]> {
  const text = decodeText(bytes, name, "let the tests write one report a package, without what they print");
  if (notationOf(text) === "json") return ofVitest((await import("../formats/json.js")).parseJson(text, name));
  if (notationOf(text) === "xml") return ofJunit((await import("../formats/xml.js")).parseXml(text, name), null);
  return [];
}

/** What vitest's and Jest's JSON reporters write: a test file failed without a failed test where it could not be loaded, or a hook threw. */
function ofVitest(value: unknown): ExecutedTest[] {
  const files = isRecord(value) && Array.isArray(value["testResults"]) ? value["testResults"] : [];
  return files.filter(isRecord).flatMap((file) => {
    const path = typeof file["name"] === "string" ? file["name"] : null;
    const tests = (Array.isArray(file["assertionResults"]) ? file["assertionResults"] : []).filter(isRecord);
    const isBroken = file["status"] === "failed" && !tests.some(({ status }) => status === "failed");
    const test = (name: unknown, outcome: ExecutedTest["outcome"], message = ""): ExecutedTest => ({
      path,
      dotted: [],
      name: String(name),
      outcome,
      message,
    });
    return [
      ...tests.map(({ fullName, status }) => test(fullName, status === "passed" || status === "failed" ? "ran" : "skipped")),
      ...(isBroken ? [test(path, "errored", firstLine(file["message"]))] : []),
    ];
  });
}

/** @param around the file that the suite around it states. */
function ofJunit(element: XmlElement, around: string | null): ExecutedTest[] {
  const path = element.attribute("file") ?? around;
  return [
    ...element.children("testcase").map((test) => ofCase(test, path)),
    ...element.children("testsuite").flatMap((suite) => ofJunit(suite, path)),
  ];
}

/** pytest leaves the class away where a file could not be collected, and names the file; vitest gives a file that could not be loaded its own name. */
function ofCase(test: XmlElement, around: string | null): ExecutedTest {
  const [stated = "", own = ""] = ["classname", "name"].map((key) => test.attribute(key));
  const place = stated === "" ? own : stated;
  // A package of Go has slashes in its name, too.
  const hasFolders = /[/\\]/.test(place);
  const isPath = hasFolders && SOURCE_ENDINGS.test(place);
  const outcome = outcomeOf(test);
  const fault = [...test.children("error"), ...(isPath && stated === own ? test.children("failure") : [])].find(isBeforeTheEnd);
  return {
    path: test.attribute("file") ?? (isPath ? place : around),
    // A class inside a class of Java stands behind a dollar.
    dotted: hasFolders ? [] : place.split(/[.$]/).filter((part) => part !== ""),
    name: stated === "" || stated === own ? own : `${stated}.${own}`,
    outcome: outcome === "skipped" ? "skipped" : fault === undefined ? "ran" : "errored",
    message: fault === undefined ? "" : faultText(fault),
  };
}

/** A test that was not torn down had ended. */
function isBeforeTheEnd(error: XmlElement): boolean {
  return error.attribute("message")?.startsWith("failed on teardown") !== true;
}

/** In a traceback of pytest's the error itself stands behind an E. */
function faultText(error: XmlElement): string {
  const text = error.text();
  const raised = /^E {2,}(\S.*)$/m.exec(text)?.[1];
  const said = firstLine(error.attribute("message")) || firstLine(text);
  return raised === undefined || said.includes(raised) ? said : `${said}: ${raised}`;
}

function firstLine(text: unknown): string {
  return typeof text === "string" ? (text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "").trim() : "";
}
