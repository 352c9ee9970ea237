/**
 * lcov has one count for a line, that of the statement on it which ran most often. Where a line has several, each shard may take it from
 * another one, and the sum of the shards would be more than one run of all tests counts. Where reports know their statements, the same
 * statement speaks for a line in all of them: the one that ran most often in all of them together.
 */
import type { Recount } from "../lcov/merge-reports.js";
import type { StatedCounts, StatementHits } from "./tally.js";
import { uniteHits } from "./unite-stated.js";

/**
 * @param reports what each report states, by file.
 * @returns for each report, in their order, how lines of a file are counted so that the reports can be added up; undefined where
 * it knows no statements of the file, so that its counts stay as they are.
 */
export function recountsOf(reports: readonly ReadonlyMap<string, StatedCounts>[]): ((file: string) => Recount | undefined)[] {
  // Files are merged one after the other, so that the last one's is all there is to keep.
  let last: { readonly file: string; readonly speakers: Speakers } | undefined;
  const speakersIn = (file: string): Speakers => {
    if (last?.file !== file) {
      const known = reports.map((stated) => hitsOf(stated.get(file))).filter((hits) => hits !== undefined);
      last = { file, speakers: speakersOf(uniteHits(known)) };
    }
    return last.speakers;
  };
  return reports.map((stated) => (file) => {
    const hits = hitsOf(stated.get(file));
    return hits === undefined ? undefined : recountBy(speakersIn(file), hits);
  });
}

function hitsOf(stated: StatedCounts | undefined): StatementHits | undefined {
  return stated?.statements?.hitsByPlace?.();
}

/** By line, the statement that ran most often of all that begin there. */
type Speakers = ReadonlyMap<number, { readonly place: string; readonly count: number }>;

function speakersOf(hits: StatementHits): Speakers {
  const speakers = new Map<number, { readonly place: string; readonly count: number }>();
  for (const [place, count] of hits) {
    const line = Number.parseInt(place, 10);
    const known = speakers.get(line);
    if (known === undefined || count > known.count) speakers.set(line, { place, count });
  }
  return speakers;
}

/** A line whose count is not that of its statements was counted in another way, and stays. A statement that a report does not have did not run there. */
function recountBy(together: Speakers, hits: StatementHits): Recount {
  const own = speakersOf(hits);
  return (line, count) => {
    const speaker = together.get(line);
    return speaker !== undefined && own.get(line)?.count === count ? (hits.get(speaker.place) ?? 0) : count;
  };
}
