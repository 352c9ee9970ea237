/** Clover XML, of OpenClover, PHPUnit and istanbul. */
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import type { StatedCounts } from "../summary/tally.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf, unnamedArms, warnOfLostArms } from "./parts.js";
import { required, type XmlElement } from "./xml.js";

export function readClover(root: XmlElement, { name, warn }: ReportContext): ReadFiles {
  // OpenClover keeps its tests apart, in `testproject`.
  const projects = root.children("project");
  const read = projects.flatMap(filesIn).map((element) => {
    const file = fileOf(element, warn);
    return { file, stated: statedOf(element, file, warn) };
  });
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  warnOfLostArms(
    {
      stated: sumOf(projects.map((project) => metricOf(project, "conditionals", warn))),
      counted: sumOf(read.map(({ file, stated }) => stated.branches?.total ?? file.branches.length)),
      placed: sumOf(read.map(({ file }) => file.branches.length)),
    },
    name,
    warn,
  );
  const unplaced = sumOf(read.map(({ stated }) => stated.functions?.total ?? 0));
  if (unplaced > 0) {
    warn({
      code: "FUNCTIONS_WITHOUT_LINE",
      message: `${name}: functions on no line: ${unplaced}; they count in the sums while no other report has their file, and are not in the merged lcov`,
    });
  }
  return { files: read.map(({ file }) => file), stated: new Map(read.map(({ file, stated }) => [file.file, stated])) };
}

/** istanbul says of a file how many functions and arms it has, and leaves out the functions and the arms on lines that cannot run. */
function statedOf(element: XmlElement, { branches, functions }: FileCoverage, warn: ReportContext["warn"]): StatedCounts {
  const counts = (total: number, covered: string) => ({ covered: Math.min(total, metricOf(element, covered, warn)), total });
  const [arms, methods] = [metricOf(element, "conditionals", warn), metricOf(element, "methods", warn)];
  return {
    ...(arms > branches.length ? { branches: counts(arms, "coveredconditionals") } : {}),
    ...(methods > 0 && functions.length === 0 ? { functions: counts(methods, "coveredmethods") } : {}),
  };
}

/** @returns 0 where the element has no metrics, or not this one. */
function metricOf(element: XmlElement, attribute: string, warn: ReportContext["warn"]): number {
  return element.children("metrics").reduce((sum, each) => sum + countOf(each, attribute, { place: each.place, warn }), 0);
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
