/** `--filter`: which packages a command is to look at. */
import { matcherOf } from "@repo/core-shared/conformance/coverage";
import { nearestName } from "@repo/core-shared/conformance/feature";
import type { PackageFacts } from "@repo/coverage-core";
import { usageError } from "../command/parse-args.js";

/**
 * @param filters names or globs of packages or of their folders, behind `!` for what is left out; every package where none says which.
 * @throws BandlineError USAGE for a filter that no package answers to.
 */
export function choosePackages(command: string, filters: readonly string[], packages: readonly PackageFacts[]): ReadonlySet<PackageFacts> {
  const meantBy = (filter: string): PackageFacts[] => {
    const isMeant = matcherOf([filter.replace(/^\.\//, "").replace(/\/$/, "")]);
    const meant = packages.filter((each) => namesOf(each).some((name) => name === filter || isMeant(name)));
    if (meant.length > 0) return meant;
    const nearest = nearestName(filter, packages.flatMap(namesOf));
    throw usageError(command, `--filter ${filter} is no package${nearest === undefined ? "" : `; did you mean ${nearest}?`}`);
  };
  const wanted = filters.filter((filter) => !filter.startsWith("!")).flatMap(meantBy);
  const unwanted = new Set(filters.filter((filter) => filter.startsWith("!")).flatMap((filter) => meantBy(filter.slice(1))));
  return new Set((wanted.length === 0 ? packages : wanted).filter((each) => !unwanted.has(each)));
}

function namesOf({ name, folder, manifest }: PackageFacts): string[] {
  return [name, ...(folder === "" ? [] : [folder]), ...(manifest === null ? [] : [manifest.name])];
}
