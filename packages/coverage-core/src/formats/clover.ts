/** Clover XML, of OpenClover, PHPUnit and istanbul. */
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf, unnamedArms, warnOfLostArms } from "./parts.js";
import { required, type XmlElement } from "./xml.js";

export function readClover(root: XmlElement, { name, warn }: ReportContext): ReadFiles {
  // OpenClover keeps its tests apart, in `testproject`.
  const projects = root.children("project");
  const files = projects.flatMap(filesIn).map((file) => fileOf(file, warn));
  const stated = projects
    .flatMap((project) => project.children("metrics"))
    .map((each) => countOf(each, "conditionals", { place: each.place, warn }));
  warnOfLostArms(
    stated.reduce((sum, count) => sum + count, 0),
    files,
    name,
    warn,
  );
  return { files };
}

function filesIn(element: XmlElement): XmlElement[] {
  return [...element.children("file"), ...element.children("package").flatMap(filesIn)];
}

function fileOf(element: XmlElement, warn: ReportContext["warn"]): FileCoverage {
  const lines = new Map<number, number>();
  const functions: FunctionHits[] = [];
  const branches: ArmHits[] = [];
  const blocks = new Map<number, number>();
  for (const each of element.children("line")) {
    const context = { place: each.place, warn };
    const line = parseLine(required(each, "num"), context);
    if (line === undefined) continue;
    const type = required(each, "type");
    if (type === "method") functions.push(functionOf(each, line, context));
    else {
      // A statement and its condition stand on the same line: they ran together, not one after the other.
      const hits = hitsOf(each, context);
      lines.set(line, Math.max(lines.get(line) ?? 0, hits));
      if (type !== "cond") continue;
      const block = blocks.get(line) ?? 0;
      blocks.set(line, block + 1);
      branches.push(...armsOf(each, line, block, hits, context));
    }
  }
  return coverageOf(element.attribute("path") ?? required(element, "name"), lines, functions, branches, element.place());
}

/** OpenClover's conditions have no count, but how often they were true and false. */
function hitsOf(element: XmlElement, context: FieldContext): number {
  const stated = element.attribute("count");
  return stated === undefined
    ? countOf(element, "truecount", context) + countOf(element, "falsecount", context)
    : parseCount(stated, context);
}

/** OpenClover: how often the condition was true, and false. istanbul, which states a count too: how many arms were taken, and not. */
function armsOf(element: XmlElement, line: number, block: number, hits: number, context: FieldContext): ArmHits[] {
  const [yes, no] = [countOf(element, "truecount", context), countOf(element, "falsecount", context)];
  if (element.attribute("count") !== undefined) return unnamedArms(line, block, yes, yes + no, hits, context);
  return [yes, no].map((taken, arm) => ({ line, block: String(block), arm: String(arm), taken: hits === 0 ? null : taken }));
}

function functionOf(element: XmlElement, line: number, context: FieldContext): FunctionHits {
  const name = element.attribute("signature") ?? element.attribute("name") ?? "";
  return { name, line, endLine: null, hits: countOf(element, "count", context) };
}

function countOf(element: XmlElement, attribute: string, context: FieldContext): number {
  return parseCount(element.attribute(attribute) ?? "0", context);
}
