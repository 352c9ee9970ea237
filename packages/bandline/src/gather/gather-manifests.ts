/** Features' manifests at the merge base, each with what holds for its feature now. */
import { join } from "node:path";
import {
  asRepoPath,
  parseFeatureSource,
  parseRepoSource,
  type ChangedFile,
  type FeaturePair,
  type PackageFacts,
  type RepoPath,
} from "@repo/coverage-core";
import { WORKSPACE_FILES, globsIn, readIfThere, readTextsAt } from "@repo/coverage-io";
import { matcherOf } from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest } from "@repo/core-shared/conformance/feature";

export const REPO_MANIFEST = asRepoPath("repo.manifest.ts");

/** Files that say where features are. */
const LISTS: readonly RepoPath[] = [REPO_MANIFEST, ...WORKSPACE_FILES.map(asRepoPath)];

const FEATURE_MANIFEST = /(?:^|\/)feature\.manifest\.ts$/;

export interface ManifestsInput {
  readonly root: string;
  readonly mergeBase: string;
  /** Changed files that have, or had, text. */
  readonly compared: readonly ChangedFile[];
  /** Texts at the merge base by their old paths. */
  readonly before: ReadonlyMap<RepoPath, string>;
  readonly packages: readonly PackageFacts[];
  /** Every file of the repository. */
  readonly files: readonly RepoPath[];
}

interface BaseManifest {
  readonly file: RepoPath;
  readonly value: FeatureManifest;
  /** Where it stands now; null where it does not. */
  readonly now: RepoPath | null;
}

/** @returns a pair for each manifest that changed, that is gone, or that no package has any more. */
export async function gatherManifests(input: ManifestsInput): Promise<FeaturePair[]> {
  const all = [...changedManifests(input), ...(await unreadManifests(input))];
  const headOf = new Map(input.packages.map(({ manifestFile, manifest }) => [manifestFile, manifest]));
  const kept = all.flatMap(({ value, now }): FeaturePair[] => {
    const head = headOf.get(now) ?? null;
    return now === null || head === null ? [] : [{ file: now, base: value, head }];
  });
  const lost = all.filter(({ now }) => (headOf.get(now) ?? null) === null);
  if (lost.length === 0) return kept;
  const wasRead = await readAtBase(input);
  return [...kept, ...lost.filter(({ file }) => wasRead(file)).flatMap((base) => successorOf(base, input))];
}

function changedManifests({ compared, before }: ManifestsInput): BaseManifest[] {
  return compared.flatMap(({ file, oldFile, kind }) =>
    oldFile === null || !FEATURE_MANIFEST.test(oldFile)
      ? []
      : manifestIn(oldFile, before.get(oldFile), kind === "deleted" || !FEATURE_MANIFEST.test(file) ? null : file),
  );
}

/** Where packages are listed differently, or a package has another manifest, one that did not change may be read no more. */
async function unreadManifests({ root, compared, packages, files }: ManifestsInput): Promise<BaseManifest[]> {
  if (!compared.some(({ file, oldFile }) => LISTS.includes(oldFile ?? file) || FEATURE_MANIFEST.test(file))) return [];
  const known = new Set([...packages.map(({ manifestFile }) => manifestFile), ...compared.map(({ file }) => file)]);
  const unread = files.filter((file) => FEATURE_MANIFEST.test(file) && !known.has(file));
  const texts = await Promise.all(unread.map(async (file) => [file, await readIfThere(join(root, file))] as const));
  return texts.flatMap(([file, bytes]) => manifestIn(file, bytes?.toString("utf8"), file));
}

/** A manifest that could not be read at the base promised nothing that could be taken away. */
function manifestIn(file: RepoPath, text: string | undefined, now: RepoPath | null): BaseManifest[] {
  const value = valueOf(file, text, parseFeatureSource);
  return value === null ? [] : [{ file, value, now }];
}

/** @returns null where there is no text, or none that states a manifest. */
export function valueOf<T>(file: string, text: string | undefined, parse: (file: string, text: string) => T): T | null {
  if (text === undefined) return null;
  try {
    return parse(file, text);
  } catch {
    return null;
  }
}

/** What holds instead: another manifest of the same package, one of the same name that is new, or the defaults. Nothing, where the feature is gone too. */
function successorOf({ file, value, now }: BaseManifest, { compared, packages, files }: ManifestsInput): FeaturePair[] {
  const folder = folderOf(file);
  const isNew = (path: RepoPath | null) => compared.some((change) => change.file === path && change.oldFile === null);
  const heir =
    packages.find((each) => each.manifest !== null && each.folder === folder) ??
    packages.find((each) => each.manifest?.name === value.name && isNew(each.manifestFile));
  if (heir?.manifestFile != null) return [{ file: heir.manifestFile, base: value, head: heir.manifest }];
  const root = value.root ?? folder;
  if (!files.some((each) => each !== now && (root === "" || each.startsWith(`${root}/`)))) return [];
  const list = now === null ? undefined : LISTS.find((each) => compared.some((change) => (change.oldFile ?? change.file) === each));
  return [{ file, base: value, head: null, ...(list === undefined ? {} : { lostBy: list }) }];
}

/** @returns whether a package was read from a manifest at the merge base: a fixture of that name promises nothing. */
async function readAtBase({ root, mergeBase, compared, files }: ManifestsInput): Promise<(manifest: RepoPath) => boolean> {
  const texts = await readTextsAt(root, mergeBase, LISTS);
  const [pnpm, npm] = WORKSPACE_FILES.map((name) => texts.get(asRepoPath(name)));
  const features = valueOf(REPO_MANIFEST, texts.get(REPO_MANIFEST), parseRepoSource)?.features;
  const globs = (features ?? (await globsIn(pnpm, npm).catch(() => []))).map((glob) => glob.replace(/^(!?)(?:\.\/)?(.*?)\/?$/, "$1$2"));
  const wanted = matcherOf(globs.filter((glob) => !glob.startsWith("!")));
  const unwanted = matcherOf(globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)));
  const added = new Set(compared.filter(({ oldFile }) => oldFile === null).map(({ file }) => file));
  const wasThere = new Set([...files.filter((file) => !added.has(file)), ...compared.map(({ oldFile }) => oldFile)]);
  return (manifest) => {
    const folder = folderOf(manifest);
    const first = asRepoPath(folder === "" ? "src/feature.manifest.ts" : `${folder}/src/feature.manifest.ts`);
    const isListed = globs.length === 0 ? folder === "" : wanted(folder) && !unwanted(folder);
    return isListed && (manifest === first || !wasThere.has(first));
  };
}

/** The package's folder; "" at the root. */
function folderOf(manifest: RepoPath): string {
  return manifest.replace(/(?:(?:^|\/)src)?(?:^|\/)feature\.manifest\.ts$/, "");
}
