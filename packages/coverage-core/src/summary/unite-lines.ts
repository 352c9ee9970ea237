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
      const together = speakers.get(coverage.file);
      const hits = report.stated.get(coverage.file)?.statements?.hits;
      return together === undefined || hits === undefined ? coverage : { ...coverage, lines: linesBy(together, hits, coverage.lines) };
    }),
  }));
}

interface Statement {
  readonly place: string;
  readonly count: number;
}

/** By line, the statement that ran most often of all that begin there. */
function speakersOf(hits: StatementHits): Map<number, Statement> {
  const speakers = new Map<number, Statement>();
  for (const [place, count] of hits) {
    const line = Number.parseInt(place, 10);
    const known = speakers.get(line);
    if (known === undefined || count > known.count) speakers.set(line, { place, count });
  }
  return speakers;
}

/** A line whose count is not that of its statements was counted in another way, and stays. A statement that a report does not have did not run there. */
function linesBy(together: ReadonlyMap<number, Statement>, hits: StatementHits, lines: FileCoverage["lines"]): Map<number, number> {
  const own = speakersOf(hits);
  return new Map(
    [...lines].map(([line, count]) => {
      const speaker = together.get(line);
      return [line, speaker !== undefined && own.get(line)?.count === count ? (hits.get(speaker.place) ?? 0) : count];
    }),
  );
}
