import type { ArmHits, FileCoverage, FunctionHits } from "./model.js";
import { byText } from "../path/repo-path.js";

/** @returns a tracefile, files in code unit order, sums recounted. Functions keep lcov's old spelling unless an end line is known. */
export function renderLcov(files: Iterable<FileCoverage>): string {
  return [...files]
    .sort((a, b) => byText(a.file, b.file))
    .map(renderRecord)
    .join("");
}

/** One record, with its `end_of_record` and newline. */
export function renderRecord({ file, lines, functions, branches }: FileCoverage): string {
  const hit = functions.filter(({ hits }) => hits > 0).length;
  const taken = branches.filter((arm) => (arm.taken ?? 0) > 0).length;
  const ran = [...lines.values()].filter((hits) => hits > 0).length;
  return [
    "TN:",
    `SF:${file}`,
    ...functions.map(functionLine),
    ...functions.map(({ hits, name }) => `FNDA:${hits},${name}`),
    `FNF:${functions.length}`,
    `FNH:${hit}`,
    ...branches.map(armLine),
    `BRF:${branches.length}`,
    `BRH:${taken}`,
    ...[...lines].map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.size}`,
    `LH:${ran}`,
    "end_of_record\n",
  ].join("\n");
}

function functionLine({ name, line, endLine }: FunctionHits): string {
  return endLine === null ? `FN:${line},${name}` : `FN:${line},${endLine},${name}`;
}

function armLine({ line, block, arm, taken }: ArmHits): string {
  return `BRDA:${line},${block},${arm},${taken ?? "-"}`;
}
