import { join } from "node:path";
import type { RepoPath } from "@repo/coverage-core";
import { readIfThere } from "@repo/coverage-io";
import type { Place } from "./open-place.js";

/** A file that is read, with its path from the root. */
export interface TextFile {
  readonly file: RepoPath;
  readonly text: string;
}

/** @returns the file's text; none of a file that is not there, as of a link that leads nowhere. @throws as `readIfThere`. */
export async function readText({ root }: Pick<Place, "root">, file: string): Promise<string> {
  return (await readIfThere(join(root, file)))?.toString("utf8") ?? "";
}

/** @throws as `readIfThere`. */
export function readTexts(place: Pick<Place, "root">, files: readonly RepoPath[]): Promise<TextFile[]> {
  return Promise.all(files.map(async (file) => ({ file, text: await readText(place, file) })));
}
