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
 * @param files readers, each called twice: the sums of all stand before the first. What they give is not held.
 * @param madeAt milliseconds since the epoch.
 * @param emptyRate the rate where nothing can be measured. The format has no word for that, and its own tools write 1.
 * @returns XML in pieces, files in code unit order, one package a folder. An arm counts where its line can run; the others have no place in
 * Cobertura.
 */
export async function* renderCobertura(
  files: readonly (() => FileCoverage)[],
  madeAt: number,
  emptyRate: 0 | 1 = 1,
): AsyncGenerator<string> {
  const { default: XMLBuilder } = await import("fast-xml-builder");
  const builder = new XMLBuilder({
    attributeNamePrefix: "@",
    format: true,
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
  });
  const build: Build = (node) => builder.build(node);
  const measured = files.map((read): Measured => ({ read, ...measure(read()) })).sort((a, b) => byText(a.file, b.file));
  const [begin, end] = aroundParts(build({ coverage: { ...coverageNode(sumOf(measured), madeAt, emptyRate), packages: PARTS } }));
  yield HEAD + begin;
  for (const [folder, inside] of groupBy(measured, ({ file }) => folderOf(file))) {
    const [first, last] = aroundParts(buildIn(build, ["coverage", "packages"], { package: packageNode(folder, inside) }));
    yield first;
    for (const each of inside)
      yield buildIn(build, ["coverage", "packages", "package", "classes"], { class: classNode(each.read(), each) });
    yield last;
  }
  yield end;
}

type Build = (node: object) => string;

/** In place of what comes piece by piece. */
const PARTS = { parts: "" };

/** No text or attribute has `<` in it. @returns what stands before and behind `PARTS`. */
function aroundParts(xml: string): [before: string, after: string] {
  const [before = "", after = ""] = xml.split(/^ *<parts\/>\n/m);
  return [before, after];
}

/** @returns the node without its ancestors, indented as it stands in them. */
function buildIn(build: Build, ancestors: readonly string[], node: object): string {
  const wrapped = (inner: object) => build(ancestors.reduceRight((inside, name) => ({ [name]: inside }), inner));
  const [before, after] = aroundParts(wrapped(PARTS));
  return wrapped(node).slice(before.length, -after.length);
}

/** What is known of a file before it is written. */
interface Measured extends Totals {
  readonly file: string;
  readonly read: () => FileCoverage;
}

interface Totals {
  readonly lines: Counts;
  readonly arms: Counts;
}

function measure(coverage: FileCoverage): Totals & { readonly file: string } {
  return {
    file: coverage.file,
    lines: { covered: [...coverage.lines.values()].filter((hits) => hits > 0).length, total: coverage.lines.size },
    arms: takenOf(placedArms(coverage)),
  };
}

function placedArms({ branches, lines }: FileCoverage): ArmHits[] {
  return branches.filter(({ line }) => lines.has(line));
}

function sumOf(parts: readonly Totals[]): Totals {
  const sum = (key: keyof Totals): Counts => ({
    covered: parts.reduce((total, part) => total + part[key].covered, 0),
    total: parts.reduce((total, part) => total + part[key].total, 0),
  });
  return { lines: sum("lines"), arms: sum("arms") };
}

function coverageNode({ lines, arms }: Totals, madeAt: number, emptyRate: 0 | 1): object {
  return {
    ...rates({ lines, arms }, emptyRate),
    "@lines-covered": lines.covered,
    "@lines-valid": lines.total,
    "@branches-covered": arms.covered,
    "@branches-valid": arms.total,
    "@complexity": 0,
    "@version": "1",
    "@timestamp": madeAt,
    sources: { source: "." },
  };
}

function packageNode(folder: string, files: readonly Measured[]): object {
  return { "@name": xmlText(folder), ...rates(sumOf(files)), "@complexity": 0, classes: PARTS };
}

function classNode(coverage: FileCoverage, totals: Totals): object {
  const { file } = coverage;
  const armsByLine = groupBy(placedArms(coverage), ({ line }) => line);
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

function rates({ lines, arms }: Totals, emptyRate: 0 | 1 = 1): object {
  const rate = ({ covered, total }: Counts) => (total === 0 ? emptyRate : Math.floor((10_000 * covered) / total) / 10_000);
  return { "@line-rate": rate(lines), "@branch-rate": rate(arms) };
}

function folderOf(file: string): string {
  const end = file.lastIndexOf("/");
  return end === -1 ? "." : file.slice(0, end);
}

function xmlText(text: string): string {
  return text.replace(NOT_XML, "\ufffd");
}
