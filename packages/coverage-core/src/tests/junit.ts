/**
 * JUnit XML, as pytest, Maven, Gradle, gotestsum, PHPUnit, Dart's junitreport, vitest and many others write it.
 * The sums in attributes are not asked, because producers disagree on what they hold: test cases are counted, each in the suite that it stands in.
 */
import { reportError, shown } from "../formats/model.js";
import type { XmlElement } from "../formats/xml.js";
import type { SingleTest } from "./single-tests.js";
import type { TestFacts } from "./test-facts.js";

/** @returns undefined for any other XML. @throws BandlineError REPORT_MALFORMED, with the line. */
export function readJunit(root: XmlElement): TestFacts | undefined {
  if (!isSuite(root)) return undefined;
  const outcomes = casesIn(root).map(outcomeOf);
  const failed = outcomes.filter((outcome) => outcome === "failed").length;
  const skipped = outcomes.filter((outcome) => outcome === "skipped").length;
  return { count: outcomes.length - skipped, failed, skipped, durationMs: Math.round((secondsOf(root) ?? 0) * 1000) };
}

/** Each test by itself; as `readJunit` counts them. The file is the one that the test, or a suite around it, names. */
export function junitTests(root: XmlElement): SingleTest[] | undefined {
  return isSuite(root) ? testsIn(root, null) : undefined;
}

function isSuite({ name }: XmlElement): boolean {
  return name === "testsuites" || name === "testsuite";
}

function testsIn(suite: XmlElement, around: string | null): SingleTest[] {
  const home = suite.attribute("file") ?? suite.attribute("filepath") ?? around;
  const own = ownCases(suite).map((test): SingleTest => {
    const seconds = statedSeconds(test);
    return {
      file: test.attribute("file") ?? home ?? test.attribute("classname") ?? null,
      name: test.attribute("name") ?? "",
      durationMs: seconds === undefined ? null : seconds * 1000,
      outcome: outcomeOf(test),
    };
  });
  return [...own, ...suite.children("testsuite").flatMap((each) => testsIn(each, home))];
}

function casesIn(suite: XmlElement): XmlElement[] {
  return [...ownCases(suite), ...suite.children("testsuite").flatMap(casesIn)];
}

function ownCases(suite: XmlElement): XmlElement[] {
  const cases = suite.children("testcase");
  return cases.filter((each, index) => !isToldAgain(each, cases[index - 1]));
}

/** pytest tells of a test that failed and whose teardown failed as well in two test cases. */
function isToldAgain(test: XmlElement, before: XmlElement | undefined): boolean {
  return (
    before?.children("failure").length === 1 &&
    ["classname", "name"].every((key) => test.attribute(key) === before.attribute(key)) &&
    test.children("error").some((error) => error.attribute("message")?.startsWith("failed on teardown") === true)
  );
}

/** In googletest and CTest an attribute says that a test did not run. */
const NOT_RUN = new Set(["notrun", "disabled", "suppressed", "skipped", "ignored"]);

export function outcomeOf(test: XmlElement): SingleTest["outcome"] {
  if (test.children("failure").length + test.children("error").length > 0) return "failed";
  if (test.children("skipped").some((skip) => !isExpectedFailure(skip))) return "skipped";
  const stated = ["status", "result"].map((key) => test.attribute(key)?.toLowerCase() ?? "");
  return stated.some((word) => NOT_RUN.has(word)) ? "skipped" : "passed";
}

/** pytest's xfail: the test ran, and failed as it should; unless it was told not to run. */
function isExpectedFailure(skip: XmlElement): boolean {
  return skip.attribute("type") === "pytest.xfail" && skip.attribute("message")?.startsWith("[NOTRUN]") !== true;
}

/**
 * A suite's own time holds that of everything in it; where none is stated, that is added up.
 * The time of `testsuites` is often the clock's: it is taken only where nothing else is stated.
 */
function secondsOf(element: XmlElement): number | undefined {
  const stated = statedSeconds(element);
  if (stated !== undefined && element.name !== "testsuites") return stated;
  const parts = ["testsuite", "testcase"].flatMap((name) => element.children(name).map(secondsOf));
  const known = parts.filter((seconds) => seconds !== undefined);
  return known.length === 0 ? stated : known.reduce((sum, seconds) => sum + seconds, 0);
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Surefire writes `1,234.5`. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
/** Some producers follow the machine's language. */
const DECIMAL_COMMA = /^\d+,\d+$/;

/** @returns undefined where none are stated; a clock that was set back makes them negative, which is 0. */
function statedSeconds(element: XmlElement): number | undefined {
  const text = element.attribute("time")?.trim() ?? "";
  if (text === "") return undefined;
  if (PLAIN.test(text)) return Math.max(0, Number(text));
  if (THOUSANDS.test(text)) return Number(text.replaceAll(",", ""));
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(",", "."));
  throw reportError("REPORT_MALFORMED", `${element.place()}: expected seconds in time, received ${shown(text)}`);
}
