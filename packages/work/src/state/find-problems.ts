/** What is wrong with stories together, and with each, beyond its fields. */
import { CHANGELOG, changelogOf, criteriaOf, CRITERIA, OVERVIEW, APPROACH, sectionsOf } from "../story/body.js";
import type { Story } from "../story/parse-story.js";
import { FIELD_ORDER } from "../story/schema.js";
import type { Problem } from "../work-error.js";
import { blockersOf, byText, epicOf } from "./items-of.js";

/** Of every run: one id twice, a circle of dependencies, a file that bears another name than its id. In the order of files and lines. */
export function findProblems(stories: readonly Story[]): Problem[] {
  return sorted([...duplicates(stories), ...cycles(stories), ...stories.flatMap(misnamed)]);
}

/** Of `validate --strict`: what a reader misses. */
export function findStrictProblems(stories: readonly Story[]): Problem[] {
  const ids = new Set(stories.map(({ fields }) => fields.id));
  const epics = new Set(stories.filter(({ fields }) => fields.kind === "epic").map(({ fields }) => fields.id));
  return sorted([
    ...stories.flatMap((story) => [...dangling(story, ids), ...unordered(story), ...disordered(story), ...incomplete(story)]),
    ...stories.flatMap((story) => {
      const epic = epicOf(story);
      return epic === null || epics.has(epic) ? [] : [at(story, "epic", `there is no epic ${epic}`)];
    }),
  ]);
}

/** Where a field stands in its file. */
export function at({ path, text }: Story, field: string, message: string): Problem {
  const line = text.split("\n").findIndex((each) => each.startsWith(`${field}:`));
  return { file: path, line: Math.max(0, line) + 1, field, message };
}

function duplicates(stories: readonly Story[]): Problem[] {
  return stories.flatMap((story) => {
    const others = stories.filter(({ path, fields }) => fields.id === story.fields.id && path !== story.path);
    return others.length === 0
      ? []
      : [at(story, "id", `${story.fields.id} is also the id of ${others.map(({ path }) => path).join(", ")}`)];
  });
}

function cycles(stories: readonly Story[]): Problem[] {
  const blockers = blockersOf(stories);
  const told = new Set<string>();
  return stories.flatMap((story) => {
    const cycle = cycleFrom(story.fields.id, blockers);
    if (cycle === undefined || told.has(story.fields.id)) return [];
    for (const id of cycle) told.add(id);
    const field = story.fields.depends_on === undefined ? "blocks" : "depends_on";
    return [at(story, field, `a circle: ${[...cycle, story.fields.id].join(" waits for ")}`)];
  });
}

/** The shortest way back to where it began. */
function cycleFrom(start: string, blockers: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  let ways = [[start]];
  const seen = new Set<string>();
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const id of blockers.get(way.at(-1) as string) ?? []) {
        if (id === start) return way;
        if (!seen.has(id)) next.push([...way, id]);
        seen.add(id);
      }
    }
    ways = next;
  }
  return undefined;
}

function misnamed(story: Story): Problem[] {
  const { id, kind } = story.fields;
  const parts = story.path.split("/");
  const file = parts.at(-1) as string;
  const isEpicFile = file === "epic.md";
  if (isEpicFile !== (kind === "epic"))
    return [at(story, "kind", `received ${kind}; an epic is told in epic.md of its folder, and nothing else is`)];
  const name = isEpicFile ? (parts.at(-2) as string) : file.replace(/\.md$/, "");
  return name === id ? [] : [at(story, "id", `received ${id}; its ${isEpicFile ? "folder" : "file"} is called ${name}`)];
}

function dangling(story: Story, ids: ReadonlySet<string>): Problem[] {
  return (["depends_on", "blocks"] as const).flatMap((field) =>
    (story.fields[field] ?? []).filter((id) => !ids.has(id)).map((id) => at(story, field, `there is no item ${id}`)),
  );
}

function unordered(story: Story): Problem[] {
  const known = story.names.filter((key) => FIELD_ORDER.includes(key));
  const expected = FIELD_ORDER.filter((key) => known.includes(key));
  const first = known.find((key, index) => key !== expected[index]);
  return first === undefined ? [] : [at(story, first, `stands out of order; the order is ${expected.join(" ")}`)];
}

function disordered(story: Story): Problem[] {
  const { created_at, updated_at, completed_at, state } = story.fields;
  return [
    ...(updated_at < created_at ? [at(story, "updated_at", `received ${updated_at}, before created_at`)] : []),
    ...(completed_at !== null && completed_at < created_at
      ? [at(story, "completed_at", `received ${completed_at}, before created_at`)]
      : []),
    ...((completed_at !== null) === (state === "done")
      ? []
      : [at(story, "completed_at", `received ${completed_at ?? "null"}, and the state is ${state}`)]),
  ];
}

function incomplete(story: Story): Problem[] {
  const { fields, body, bodyLine } = story;
  const titles = sectionsOf(body, bodyLine).map(({ title }) => title);
  const missing = [OVERVIEW, CRITERIA, APPROACH].filter((title) => !titles.includes(title));
  const problems = missing.map((title) => ({ file: story.path, line: bodyLine, field: null, message: `there is no section ## ${title}` }));
  const criteria = criteriaOf(body, bodyLine);
  if (fields.state === "idea" || fields.state === "canceled" || fields.kind === "epic") return problems;
  if (criteria.length === 0)
    problems.push({ file: story.path, line: bodyLine, field: null, message: `a story that is ${fields.state} needs a criterion: - [ ] …` });
  if (fields.state !== "done") return problems;
  for (const { line, text } of criteria.filter(({ checked }) => !checked))
    problems.push({ file: story.path, line, field: null, message: `the story is done, and this is not: ${text}` });
  if (changelogOf(body) === undefined)
    problems.push({
      file: story.path,
      line: bodyLine,
      field: null,
      message: `a story that is done needs ### ${CHANGELOG}, out of its comment`,
    });
  return problems;
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => byText(a.file, b.file) || a.line - b.line);
}
