/** Everything that the page shows, from every source that there is. Only without any report of coverage there is no page. */
import { basename } from "node:path";
import { summarize } from "@repo/coverage-core";
import type { Page, PageNotice, Section } from "@repo/coverage-core/page";
import { openRepository } from "@repo/coverage-io";
import type { Io } from "../command/io.js";
import { faultOf } from "../command/to-problem.js";
import { gatherMeasured, type Measured } from "../gather/gather-measured.js";
import { gatherChange } from "./gather-change.js";
import { gatherDomains } from "./gather-domains.js";
import { gatherHistory } from "./gather-history.js";
import { gatherMutants } from "./gather-mutants.js";
import { gatherSingleTests } from "./gather-single-tests.js";
import { pagePackages } from "./page-packages.js";

export interface PageRequest {
  /** Absolute: the repository, or a folder in it. */
  readonly cwd: string;
  readonly io: Pick<Io, "cwd" | "env" | "stdin">;
  /** `--input`: files or globs, relative to where the command runs; empty for the reports of every package. */
  readonly inputs: readonly string[];
  readonly base?: string | undefined;
  /** `--mutate`: a document of `mutate`; without it the committed scores are shown. */
  readonly mutate?: string | undefined;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** @throws as `gatherMeasured`; a fault of any other source is told on the page. */
export async function gatherPage(request: PageRequest): Promise<Page> {
  const { cwd, io, inputs, madeAt } = request;
  const repository = await openRepository(cwd);
  const { root } = repository;
  const measured = await gatherMeasured({ repository, from: io.cwd, inputs });
  const summary = summarize({ ...measured, ...measured.merged, generatedAt: madeAt });
  const faults: PageNotice[] = [];
  const attempt = async <T>(about: string, gather: () => Promise<Section<T>>): Promise<Section<T>> => {
    try {
      return await gather();
    } catch (error) {
      const { problem } = faultOf(error);
      faults.push({ level: "error", about, ...problem });
      return { data: null, missing: { why: problem.message, next: problem.hint } };
    }
  };
  const change = await attempt("change", () => gatherChange(root, request));
  const told = coverageNotices(measured);
  const note = (notice: PageNotice) => void faults.push(notice);
  const trend = await attempt("trend", () => gatherHistory(request, note));
  // Domains are measured by the same reports: what those have said is not said again.
  const noteOnce = (notice: PageNotice) => (told.some(({ code }) => code === notice.code) ? undefined : note(notice));
  const domains = await attempt("domains", () => gatherDomains(request, noteOnce));
  const mutants = await attempt("mutants", () => gatherMutants(root, request));
  const tests = await attempt("tests", () => gatherSingleTests(measured));
  return {
    name: basename(root),
    commit: measured.commit,
    madeAt,
    provider: summary.provider,
    reports: measured.reports.map(({ name }) => name),
    repo: { totals: summary.repo, band: measured.policy.repo?.band ?? null },
    packages: pagePackages(measured, summary),
    change,
    trend,
    domains,
    mutants,
    tests,
    notices: withoutTwins([...told, ...faults, ...changeNotices(change)]),
  };
}

/** How many files a notice names. */
const MOST_NAMED = 5;

function coverageNotices({ notices, incomplete, stale }: Measured): PageNotice[] {
  const more = stale.length > MOST_NAMED ? `, and ${stale.length - MOST_NAMED} more` : "";
  const about = "coverage";
  return [
    ...(stale.length === 0
      ? []
      : [
          {
            level: "error" as const,
            about,
            code: "REPORT_STALE",
            message: `edited after their tests ran, so these figures are of another text: ${stale.slice(0, MOST_NAMED).join(", ")}${more}`,
            hint: "pnpm test --coverage",
          },
        ]),
    ...incomplete.map((problem) => ({ level: "warning" as const, about, ...problem })),
    ...notices.list().map(({ code, message }) => ({ level: "warning" as const, about, code, message, hint: null })),
  ];
}

function changeNotices({ data }: Page["change"]): PageNotice[] {
  if (data === null) return [];
  const { errors, warnings } = data.document;
  const about = "change";
  return [
    ...errors.map((problem) => ({ level: "error" as const, about, ...problem })),
    ...warnings.map((notice) => ({ level: "warning" as const, about, hint: null, ...notice })),
  ];
}

/** Two sources may tell of the same. */
function withoutTwins(notices: readonly PageNotice[]): PageNotice[] {
  const byText = new Map(notices.toReversed().map((each) => [`${each.code} ${each.message}`, each]));
  return [...byText.values()].toReversed();
}
