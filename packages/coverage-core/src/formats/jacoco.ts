/** JaCoCo XML. It counts instructions, not executions: a line of which some ran has the count 1. */
import { parseCount, parseLine } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf, unnamedArms } from "./parts.js";
import { required, type XmlElement } from "./xml.js";

export function readJacoco(root: XmlElement, { warn }: ReportContext): ReadFiles {
  return { files: filesIn(root, "", warn) };
}

/** Packages, and those of groups, whose names keep the modules of one build apart. */
function filesIn(element: XmlElement, folder: string, warn: ReportContext["warn"]): FileCoverage[] {
  return [
    ...element.children("package").flatMap((each) => packageFiles(each, folder, warn)),
    ...element.children("group").flatMap((group) => filesIn(group, `${folder}${required(group, "name")}/`, warn)),
  ];
}

function packageFiles(element: XmlElement, folder: string, warn: ReportContext["warn"]): FileCoverage[] {
  const name = required(element, "name");
  const classes = element.children("class");
  return element.children("sourcefile").map((source) => {
    const file = required(source, "name");
    const functions = classes.filter((each) => sourceOf(each) === withoutEnding(file)).flatMap((each) => functionsOf(each, warn));
    const lines = source.children("line").map((line) => lineOf(line, warn));
    return coverageOf(
      `${folder}${name === "" ? "" : `${name}/`}${file}`,
      lines.map(({ line, hits }): [number, number] => [line, hits]),
      functions,
      lines.flatMap(({ arms }) => arms),
      source.place(),
    );
  });
}

/** Old reports do not say which file a class is in: there it bears the file's name. */
function sourceOf(element: XmlElement): string {
  const stated = element.attribute("sourcefilename");
  return stated === undefined ? shortName(element).replace(/\$.*/, "") : withoutEnding(stated);
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^.]*$/, "");
}

function shortName(element: XmlElement): string {
  return required(element, "name").replace(/^.*\//, "");
}

/** `mi` `ci` instructions, `mb` `cb` arms: missed and covered. */
function lineOf(element: XmlElement, warn: ReportContext["warn"]): { line: number; hits: number; arms: ArmHits[] } {
  const context = { place: element.place, warn };
  const count = (key: string) => parseCount(element.attribute(key) ?? "0", context);
  const line = parseLine(required(element, "nr"), context);
  const hits = Math.min(1, count("ci"));
  return { line, hits, arms: unnamedArms(line, 0, count("cb"), count("mb") + count("cb"), hits, context) };
}

/** A method of code without debug information has no line. */
function functionsOf(element: XmlElement, warn: ReportContext["warn"]): FunctionHits[] {
  return element.children("method").map((method) => {
    const context = { place: method.place, warn };
    const line = parseLine(method.attribute("line") ?? "0", context);
    const counter = method.children("counter").find((each) => each.attribute("type") === "METHOD");
    const hits = Math.min(1, parseCount(counter?.attribute("covered") ?? "0", context));
    return { name: `${shortName(element)}.${required(method, "name")}`, line, endLine: null, hits };
  });
}
