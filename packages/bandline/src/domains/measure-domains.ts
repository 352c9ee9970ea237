/** Gather, judge, and write down what is to be kept. */
import { assertKnown } from "../command/known-names.js";
import { resolve, join } from "node:path";
import { BandlineError, EXIT, type DomainsDocument } from "@repo/coverage-core";
import { declaredDomains, domainActions, judgeDomains, type DeclaredDomain } from "@repo/coverage-core/domains";
import { modifiedAt, openRepository } from "@repo/coverage-io";
import type { Io } from "../command/io.js";
import { gatherMeasured, type Measured } from "../gather/gather-measured.js";
import { loadPolicy } from "../gather/load-policy.js";
import { documentOf } from "./answer.js";
import { checkTestFiles } from "./check-test-files.js";
import { domainsOf, nameIn } from "../trend/name-layers.js";
import { type DomainsFlags } from "./parse-flags.js";
import { readBaselines } from "./read-baselines.js";
import { recordHistory } from "./record-history.js";
import { unmeasuredSources } from "./unmeasured-sources.js";

/** @throws what gathering and writing throw; nothing is written where the figures cannot be relied on. */
export async function measureDomains(flags: DomainsFlags, { cwd }: Pick<Io, "cwd">): Promise<DomainsDocument> {
  const { metric = "lines", limit = 5 } = flags;
  const repository = await openRepository(resolve(cwd, flags.cwd ?? "."));
  const { packages } = await loadPolicy(repository.root);
  const all = declaredDomains(packages);
  const domains = askedDomains(all, flags);
  const measured = await gatherMeasured({ repository, from: cwd, inputs: flags.input ?? [], tests: flags.tests });
  const names = domainsOf(packages, []);
  const nameOf = (home: string, layer: string) => nameIn(names, home, layer);
  const history = { flags, cwd, metric, measured, nameOf };
  const judged = judgeDomains({
    domains,
    metric,
    files: measured.files,
    gone: await goneFiles(measured),
    stale: new Set<string>(measured.stale),
    unmeasured: await unmeasuredSources(domains, measured),
    baselineOf: await readBaselines(history),
    limit,
  });
  const tests = await checkTestFiles(domains, measured);
  const errors = [...judged.flatMap(({ problems }) => problems), ...tests.errors];
  const figures = judged.map((each) => each.figures);
  const { notices } = measured;
  // A package that is not asked for may well have no report, and of one that is, each domain says so.
  const isWhole = flags.package === undefined && flags.layer === undefined;
  for (const { code, message } of measured.incomplete) if (isWhole || code !== "PACKAGE_WITHOUT_REPORT") notices.add({ code, message });
  for (const notice of tests.warnings) notices.add(notice);
  return documentOf({
    metric,
    commit: measured.commit,
    reports: measured.reports.map(({ name }) => name),
    domains: figures,
    testFiles: tests.counts,
    recorded: errors.length > 0 ? null : await recordHistory({ ...history, domains: figures }),
    nextActions: errors.length > 0 ? [...new Set(errors.map(({ hint }) => hint))] : domainActions(judged, metric),
    warnings: notices.list(),
    errors,
  });
}

/** @throws BandlineError USAGE for a name that nobody has, NO_DOMAINS where there is none at all. */
function askedDomains(all: readonly DeclaredDomain[], { package: packages, layer: layers }: DomainsFlags): DeclaredDomain[] {
  if (all.length === 0) {
    throw new BandlineError({
      code: "NO_DOMAINS",
      message: "no manifest of this repository names a layer that has a band",
      hint: "name layers with their globs, and a band for each, in a feature.manifest.ts: docs/guides/domains.md",
      exitCode: EXIT.usage,
    });
  }
  const namesOf = ({ feature, package: { name } }: DeclaredDomain) => [name, feature];
  const among = all.filter((each) => packages === undefined || namesOf(each).some((name) => packages.includes(name)));
  assertKnown("coverage:domains", "--package", packages ?? [], [...new Set(all.flatMap(namesOf))]);
  assertKnown("coverage:domains", "--layer", layers ?? [], [...new Set(among.map(({ name }) => name))]);
  return among.filter(({ name }) => layers === undefined || layers.includes(name));
}

/** Files of reports that are not on disk; one that git ignores is. */
async function goneFiles({ repository, files }: Measured): Promise<Set<string>> {
  const here = new Set<string>(await repository.files());
  const gone = new Set<string>();
  for (const { file } of files) if (!here.has(file) && (await modifiedAt(join(repository.root, file))) === undefined) gone.add(file);
  return gone;
}
