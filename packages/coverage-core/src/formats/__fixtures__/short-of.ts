import type { FileCoverage } from "../../lcov/model.js";
import type { OtherFormat } from "../model.js";
import { readReportBytes, type ParsedReport } from "../read-report.js";

/** A report's files in a short form: path, lines, functions and arms, each with its count. */
export function shortOf(files: readonly FileCoverage[]): string[] {
  return files.flatMap(({ file, lines, functions, branches }) => [
    file,
    ...[...lines].map(([line, hits]) => `${String(line)}×${String(hits)}`),
    ...functions.map(
      ({ name, line, endLine, hits }) => `${name}@${String(line)}${endLine === null ? "" : `-${String(endLine)}`}×${String(hits)}`,
    ),
    ...branches.map(({ line, block, arm, taken }) => `${String(line)}/${block}/${arm}×${String(taken)}`),
  ]);
}

/** A report from its text, with the codes of its notices. */
export async function read(text: string, formatIn?: OtherFormat): Promise<{ report: ParsedReport; notices: string[] }> {
  const notices: string[] = [];
  const report = await readReportBytes(Buffer.from(text), "r", ({ code }) => notices.push(code), formatIn);
  return { report, notices };
}

export const coberturaOf = (classes: string, attributes = "", sources = "") =>
  `<?xml version="1.0"?>\n<coverage line-rate="1"${attributes}>${sources}<packages><package name="p"><classes>${classes}</classes></package></packages></coverage>`;

export const classOf = (file: string, lines: string, methods = "<methods/>", name = "C") =>
  `<class name="${name}" filename="${file}">${methods}<lines>${lines}</lines></class>`;

export const jacocoOf = (inside: string) =>
  `<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x">${inside}</report>`;

export const cloverOf = (inside: string, metrics = "") =>
  `<?xml version="1.0"?><coverage generated="1"><project timestamp="1">${inside}${metrics}</project></coverage>`;

const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });

/** istanbul's data of a file with two statements on line 1, one function and one `if`. */
export const istanbulFile = (path: string) => ({
  path,
  statementMap: { 0: at(1), 1: at(1), 2: at(3) },
  fnMap: { 0: { name: "f", decl: at(2), loc: at(3) }, 1: { loc: at(4) }, 2: { name: "old", line: 5 } },
  branchMap: {
    7: { loc: at(3), type: "if", locations: [at(3), at(3)] },
    8: { line: 5, type: "if", locations: [at(5)] },
    9: { type: "if" },
  },
  s: { 0: 1, 1: 4, 2: 0 },
  f: { 0: 2, 1: 0 },
  b: { 7: [0, 3], 8: [1], 9: [1] },
});

export const llvmOf = (files: readonly object[], functions: readonly object[] = []) =>
  JSON.stringify({ data: [{ files, functions, totals: {} }], type: "llvm.coverage.json.export", version: "2.0.1" });

/** One small report of each format, all of them good. */
export const GOOD = {
  clover: cloverOf('<file name="a.php"><line num="1" type="stmt" count="1"/></file>'),
  cobertura: coberturaOf(classOf("a.cs", '<line number="1" hits="1"/>')),
  "coverage-py": JSON.stringify({ meta: {}, files: { "a.py": { executed_lines: [1], missing_lines: [] } }, totals: {} }),
  "go-coverprofile": "mode: set\nexample.org/m/a.go:1.1,1.9 1 1\n",
  istanbul: JSON.stringify({ "/a.ts": istanbulFile("/a.ts") }),
  jacoco: jacocoOf('<package name="p"><sourcefile name="A.java"><line nr="1" mi="0" ci="1"/></sourcefile></package>'),
  "llvm-cov": llvmOf([{ filename: "a.rs", segments: [[1, 1, 1, true, true, false]] }]),
  simplecov: JSON.stringify({ RSpec: { coverage: { "/a.rb": { lines: [1] } } } }),
} as const satisfies Record<OtherFormat, string>;
