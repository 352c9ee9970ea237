import { basename, join } from "node:path";
import type { RepoPath } from "@repo/coverage-core";
import { readIfThere } from "../files/read-files.js";
import { IoError, USAGE } from "../io-error.js";
import { plainFolders, plainPackages } from "./plain-globs.js";

/** A file's path, for errors, and its text. */
export interface SourceText {
  readonly file: RepoPath;
  readonly text: string;
}

/** A package's folder, with its manifest as it is written. */
export interface WorkspacePackage {
  readonly name: string;
  readonly folder: RepoPath | "";
  readonly manifest: SourceText | null;
}

const MANIFESTS = ["src/feature.manifest.ts", "feature.manifest.ts"];
const REPO_MANIFEST = "repo.manifest.ts" as RepoPath;

/** The repository's manifest, from its source: a build could be older. */
export async function readRepoManifest(root: string): Promise<SourceText | null> {
  return readSource(root, REPO_MANIFEST);
}

/**
 * @param features globs of folders, as the repository's manifest says; else the globs of pnpm-workspace.yaml, else package.json's `workspaces`.
 * @returns the packages that hold a package.json or a manifest, by folder; the root alone where nothing says otherwise.
 */
export async function readPackages(root: string, features?: readonly string[]): Promise<WorkspacePackage[]> {
  const globs = features ?? (await workspaceGlobs(root));
  const folders = globs.length === 0 ? [""] : await foldersOf(root, globs);
  const found = await Promise.all(folders.sort().map((folder) => readPackage(root, folder as RepoPath | "")));
  return found.filter((each) => each !== undefined);
}

async function foldersOf(root: string, globs: readonly string[]): Promise<string[]> {
  const asked = globs.map((each) => each.replace(/\/$/, ""));
  const found = plainFolders(root, asked) ?? (await foldersThatMatch(root, asked));
  return [...new Set(found.map((folder) => folder.replace(/^\.\/?$|\/$/, "")))];
}

async function foldersThatMatch(root: string, globs: readonly string[]): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  return glob([...globs], { cwd: root, onlyDirectories: true, expandDirectories: false, ignore: ["**/node_modules/**"] });
}

async function readPackage(root: string, folder: RepoPath | ""): Promise<WorkspacePackage | undefined> {
  const described = await readIfThere(join(root, folder, "package.json"));
  const manifests = await Promise.all(MANIFESTS.map((name) => readSource(root, (folder === "" ? name : `${folder}/${name}`) as RepoPath)));
  const manifest = manifests.find((each) => each !== null) ?? null;
  if (described === undefined && manifest === null && folder !== "") return undefined;
  return { name: nameIn(described) ?? (folder === "" ? basename(root) : folder), folder, manifest };
}

async function readSource(root: string, file: RepoPath): Promise<SourceText | null> {
  const bytes = await readIfThere(join(root, file));
  return bytes === undefined ? null : { file, text: bytes.toString("utf8") };
}

async function workspaceGlobs(root: string): Promise<string[]> {
  const [pnpm, npm] = await Promise.all(WORKSPACE_FILES.map((name) => readIfThere(join(root, name))));
  return globsIn(pnpm?.toString("utf8"), npm?.toString("utf8"));
}

/** Where package managers look for the folders of packages, the first that is there. */
export const WORKSPACE_FILES = ["pnpm-workspace.yaml", "package.json"] as const;

/** @returns the globs of folders that a workspace's files state, of any commit. @throws IoError WORKSPACE_UNREADABLE. */
export async function globsIn(pnpm: string | undefined, npm: string | undefined): Promise<string[]> {
  if (pnpm !== undefined) return plainPackages(pnpm) ?? stringsIn((await yamlOf(pnpm)) as { packages?: unknown } | null);
  const { workspaces } = jsonOf(npm);
  return Array.isArray(workspaces) ? stringsIn({ packages: workspaces }) : stringsIn(workspaces as { packages?: unknown } | undefined);
}

async function yamlOf(text: string): Promise<unknown> {
  // Only repositories with a workspace file pay for the reader.
  const { parse } = await import("yaml");
  try {
    return parse(text);
  } catch (error) {
    throw new IoError(
      {
        code: "WORKSPACE_UNREADABLE",
        message: `pnpm-workspace.yaml: ${(error as Error).message}`,
        hint: "correct the file",
        exitCode: USAGE,
      },
      error,
    );
  }
}

function nameIn(bytes: Buffer | undefined): string | undefined {
  const { name } = jsonOf(bytes?.toString("utf8"));
  return typeof name === "string" && name !== "" ? name : undefined;
}

function jsonOf(text: string | undefined): Record<string, unknown> {
  try {
    // npm takes a byte order mark as well.
    return Object(JSON.parse(text?.replace(/^\uFEFF/, "") ?? "{}")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function stringsIn(workspace: { readonly packages?: unknown } | null | undefined): string[] {
  const packages = workspace?.packages;
  return Array.isArray(packages) ? packages.filter((each) => typeof each === "string") : [];
}
