/** FileCoverage → Cobertura XML (coverage-04.dtd), which GitHub, GitLab, Azure and Jenkins take. */
import { groupBy } from "../group-by.js";
import type { ArmHits, FileCoverage } from "../lcov/model.js";
import { byText } from "../path/repo-path.js";
import type { Counts } from "../percent.js";
import { takenOf } from "./parts.js";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
`;

/** What XML cannot hold, escaped or not. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * @param madeAt milliseconds since the epoch.
 * @returns XML, files in code unit order, one package a folder. An arm counts where its line can run; the others have no place in Cobertura.
 */
export async function renderCobertura(files: Iterable<FileCoverage>, madeAt: number): Promise<string> {
  const { default: XMLBuilder } = await import("fast-xml-builder");
  const builder = new XMLBuilder({
    attributeNamePrefix: "@",
    format: true,
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
  });
  const measured = [...files].sort((a, b) => byText(a.file, b.file)).map(measure);
  const byFolder = groupBy(measured, ({ file }) => folderOf(file));
  const { lines, arms } = sumOf(measured);
  const coverage = {
    ...rates({ lines, arms }),
    "@lines-covered": lines.covered,
    "@lines-valid": lines.total,
    "@branches-covered": arms.covered,
    "@branches-valid": arms.total,
    "@complexity": 0,
    "@version": "1",
    "@timestamp": madeAt,
    sources: { source: "." },
    packages: { package: [...byFolder].map(([folder, inside]) => packageNode(folder, inside)) },
  };
  return HEAD + builder.build({ coverage });
}

/** A file with its counts; arms by line. */
interface Measured extends Totals {
  readonly file: string;
  readonly coverage: FileCoverage;
  readonly armsByLine: ReadonlyMap<number, readonly ArmHits[]>;
}

interface Totals {
  readonly lines: Counts;
  readonly arms: Counts;
}

function measure(coverage: FileCoverage): Measured {
  const placed = coverage.branches.filter(({ line }) => coverage.lines.has(line));
  return {
    file: coverage.file,
    coverage,
    armsByLine: groupBy(placed, ({ line }) => line),
    lines: { covered: [...coverage.lines.values()].filter((hits) => hits > 0).length, total: coverage.lines.size },
    arms: takenOf(placed),
  };
}

function sumOf(parts: readonly Totals[]): Totals {
  const sum = (key: keyof Totals): Counts => ({
    covered: parts.reduce((total, part) => total + part[key].covered, 0),
    total: parts.reduce((total, part) => total + part[key].total, 0),
  });
  return { lines: sum("lines"), arms: sum("arms") };
}

function packageNode(folder: string, files: readonly Measured[]): object {
  return { "@name": xmlText(folder), ...rates(sumOf(files)), "@complexity": 0, classes: { class: files.map(classNode) } };
}

function classNode({ file, coverage, armsByLine, ...totals }: Measured): object {
  return {
    "@name": xmlText(file.slice(file.lastIndexOf("/") + 1)),
    "@filename": xmlText(file),
    ...rates(totals),
    "@complexity": 0,
    methods: {
      method: coverage.functions.map(({ name, line, hits }) => ({
        "@name": xmlText(name),
        "@signature": "",
        "@line-rate": hits > 0 ? 1 : 0,
        "@branch-rate": hits > 0 ? 1 : 0,
        "@complexity": 0,
        lines: { line: { "@number": line, "@hits": hits } },
      })),
    },
    lines: { line: [...coverage.lines].map(([line, hits]) => lineNode(line, hits, armsByLine.get(line) ?? [])) },
  };
}

function lineNode(line: number, hits: number, arms: readonly ArmHits[]): object {
  const { covered, total } = takenOf(arms);
  const condition = total === 0 ? {} : { "@condition-coverage": `${Math.floor((100 * covered) / total)}% (${covered}/${total})` };
  return { "@number": line, "@hits": hits, "@branch": total > 0 ? "true" : "false", ...condition };
}

/** The format has no word for "nothing to measure": that is 1, as its own tools write it. */
function rates({ lines, arms }: Totals): object {
  const rate = ({ covered, total }: Counts) => (total === 0 ? 1 : Math.floor((10_000 * covered) / total) / 10_000);
  return { "@line-rate": rate(lines), "@branch-rate": rate(arms) };
}

function folderOf(file: string): string {
  const end = file.lastIndexOf("/");
  return end === -1 ? "." : file.slice(0, end);
}

function xmlText(text: string): string {
  return text.replace(NOT_XML, "\ufffd");
}
