/** docs/work → stories. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { findProblems } from "../state/find-problems.js";
import { readStory, type Story } from "../story/parse-story.js";
import { WorkFilesError, failure, type Problem } from "../work-error.js";
import { EXIT, readIfThere } from "bandline/command";

/** Relative to the repository. */
export const WORK = "docs/work";
export const PRDS = `${WORK}/prds`;

/** Everything that docs/work says. */
export interface WorkFiles {
  readonly stories: readonly Story[];
  /** Paths of the product requirement documents, in order. */
  readonly prds: readonly string[];
}

/** @throws WorkFilesError with every problem of every file; where one story cannot be read, nobody knows what is next. */
export async function readWork(root: string): Promise<WorkFiles> {
  const { stories, prds, problems } = await readEach(root);
  const all = [...problems, ...findProblems(stories)];
  if (all.length > 0) throw new WorkFilesError(all);
  return { stories, prds };
}

/** @returns also what is wrong; a file that cannot be read is in no list of stories. */
export async function readEach(root: string): Promise<WorkFiles & { readonly problems: readonly Problem[] }> {
  const folders = (await entriesOf(join(root, WORK)))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"))
    .map(({ name }) => name);
  const stories: Story[] = [];
  const problems: Problem[] = [];
  for (const folder of folders.filter((name) => name !== "prds").sort()) {
    for (const path of await markdownIn(root, `${WORK}/${folder}`)) {
      const read = readStory(await textOf(join(root, path)), path);
      if ("text" in read) stories.push(read);
      else problems.push(...read);
    }
  }
  return {
    stories,
    prds: folders.includes("prds") ? (await markdownIn(root, PRDS)).filter((path) => path.endsWith(".prd.md")) : [],
    problems,
  };
}

/** @throws BandlineError STORY_UNKNOWN with the ids that are like it. */
export function storyOf(stories: readonly Story[], id: string): Story {
  const found = stories.find(({ fields }) => fields.id === id);
  if (found !== undefined) return found;
  throw failure("STORY_UNKNOWN", `there is no story, task or epic ${id} in ${WORK}`, "pnpm work list", EXIT.usage);
}

async function markdownIn(root: string, folder: string): Promise<string[]> {
  const files = (await entriesOf(join(root, folder))).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".md") && !entry.name.startsWith("_"),
  );
  return files.map(({ name }) => `${folder}/${name}`).sort();
}

/** A file that went away since its folder was listed is one without front matter. */
async function textOf(path: string): Promise<string> {
  return String(await readIfThere(path));
}

async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw failure("FOLDER_UNREADABLE", `${folder}: ${(error as Error).message}`, `make ${folder} a readable folder`, EXIT.environment);
  });
}
