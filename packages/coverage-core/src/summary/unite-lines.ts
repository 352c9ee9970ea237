/**
 * lcov has one count for a line, that of the statement on it which ran most often. Where a line has several, each shard may take it from
 * another one, and the sum of the shards would be more than one run of all tests counts. Where reports know their statements, the same
 * statement speaks for a line in all of them: the one that ran most often in all of them together.
 */
import type { FileCoverage } from "../lcov/model.js";
import type { StatedCounts, StatementHits } from "./summarize.js";
import { uniteHits } from "./unite-stated.js";

interface MeasuredFiles {
  readonly files: readonly FileCoverage[];
  readonly stated: ReadonlyMap<string, StatedCounts>;
}

/** @returns the reports in their order; a file that only one of them measured, or of which no statements are known, is left as it is. */
export function uniteLines<T extends MeasuredFiles>(reports: readonly T[]): T[] {
  const hitsByFile = new Map<string, StatementHits[]>();
  for (const [file, { statements }] of reports.flatMap(({ stated }) => [...stated])) {
    if (statements?.hits !== undefined) hitsByFile.set(file, [...(hitsByFile.get(file) ?? []), statements.hits]);
  }
  const speakers = new Map([...hitsByFile].flatMap(([file, each]) => (each.length === 1 ? [] : [[file, speakersOf(uniteHits(each))]])));
  return reports.map((report) => ({
    ...report,
    files: report.files.map((coverage) => {
      const speaker = speakers.get(coverage.file);
      const hits = report.stated.get(coverage.file)?.statements?.hits;
      return speaker === undefined || hits === undefined ? coverage : { ...coverage, lines: linesBy(speaker, hits, coverage.lines) };
    }),
  }));
}

/** By line, the place of the statement that ran most often, of all that begin there. */
function speakersOf(hits: StatementHits): Map<number, string> {
  const speakers = new Map<number, string>();
  for (const [place, count] of hits) {
    const line = lineOf(place);
    const known = speakers.get(line);
    if (known === undefined || count > (hits.get(known) ?? 0)) speakers.set(line, place);
  }
  return speakers;
}

/** A line whose count is not that of its statements was counted in another way, and stays. */
function linesBy(speakers: ReadonlyMap<number, string>, hits: StatementHits, lines: FileCoverage["lines"]): Map<number, number> {
  const own = speakersOf(hits);
  return new Map(
    [...lines].map(([line, count]) => {
      const isOwn = hits.get(own.get(line) ?? "") === count;
      return [line, isOwn ? (hits.get(speakers.get(line) ?? "") ?? 0) : count];
    }),
  );
}

function lineOf(place: string): number {
  return Number.parseInt(place, 10);
}
