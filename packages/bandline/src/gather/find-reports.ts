import { join, resolve } from "node:path";
import { BandlineError, EXIT, type PackageFacts, type RepoPath } from "@repo/coverage-core";
import { findFiles, modifiedAt } from "@repo/coverage-io";

/** A report, and the package that its relative paths may be meant in. */
export interface ReportFile {
  /** Absolute. */
  readonly path: string;
  /** For messages: as it was given, or relative to the repository. */
  readonly name: string;
  readonly folder: RepoPath | "";
}

const DEFAULT_REPORT = "coverage/lcov.info";

/** @returns the reports that packages have made: those of their manifests, else `coverage/lcov.info`; a package whose report is not there is in `missing`. */
export async function packageReports(
  root: string,
  packages: readonly PackageFacts[],
): Promise<{ reports: ReportFile[]; missing: PackageFacts[] }> {
  const reports: ReportFile[] = [];
  const missing: PackageFacts[] = [];
  for (const each of packages) {
    // The report at the root is what aggregate writes, and what it reads only where the root is the one package there is.
    const stated = each.manifest?.coverage.reports ?? (each.folder === "" && packages.length > 1 ? [] : [DEFAULT_REPORT]);
    const folder = folderOf(each);
    const expected = stated.map((report) => ({
      path: join(root, folder, report),
      name: folder === "" ? report : `${folder}/${report}`,
      folder,
    }));
    for (const report of expected) {
      if ((await modifiedAt(report.path)) !== undefined) reports.push(report);
      else missing.push(each);
    }
  }
  return { reports, missing };
}

/**
 * Reports that flags name: paths or globs, relative to `cwd`. A report's relative paths may be meant in the package that it lies in.
 * @throws BandlineError REPORT_MISSING for a glob that matches nothing; a path is looked for when it is read.
 */
export async function namedReports(
  inputs: readonly string[],
  cwd: string,
  root: string,
  packages: readonly PackageFacts[],
): Promise<ReportFile[]> {
  const paths = await Promise.all(inputs.map(async (input) => ((await isGlob(input, cwd)) ? matching(input, cwd) : [input])));
  return [...new Set(paths.flat())].map((name) => {
    const path = resolve(cwd, name);
    const homes = packages.map(folderOf).filter((folder) => folder !== "" && path.startsWith(`${join(root, folder)}/`));
    const [folder = ""] = homes.sort((a, b) => b.length - a.length);
    return { path, name, folder };
  });
}

/** A manifest may speak for another folder than the one it lies in; there its reports lie too. */
export function folderOf({ folder, manifest }: PackageFacts): RepoPath | "" {
  return (manifest?.root as RepoPath | undefined) ?? folder;
}

async function matching(glob: string, cwd: string): Promise<string[]> {
  const found = await findFiles(glob, cwd);
  if (found.length > 0) return found;
  throw new BandlineError({
    code: "REPORT_MISSING",
    message: `no file matches ${glob}`,
    hint: "pnpm test --coverage, or correct the glob",
    exitCode: EXIT.data,
  });
}

/** A folder may be called `[id]`: what is there by that very name is no glob. */
async function isGlob(input: string, cwd: string): Promise<boolean> {
  return /[*?{[]/.test(input) && (await modifiedAt(resolve(cwd, input))) === undefined;
}

/** The merged report at the repository's root. */
export function mergedReport(root: string): ReportFile {
  return { path: join(root, DEFAULT_REPORT), name: DEFAULT_REPORT, folder: "" };
}
