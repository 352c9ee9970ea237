/** `work new`: a story, a task or an epic as a new file. */
import { join } from "node:path";
import { writeAtomically } from "bandline/command";
import type { WorkDocument } from "../contract.js";
import { withLock } from "../files/lock.js";
import { lockOf, type WorkPlace } from "../files/open-work.js";
import { WORK, readWork } from "../files/read-work.js";
import { itemsOf } from "../state/items-of.js";
import { parseStory } from "../story/parse-story.js";
import { renderStory } from "../story/render-story.js";
import { frontMatter, type FrontMatter, type Kind } from "../story/schema.js";
import { slugOf } from "../story/slug-of.js";
import { failure } from "../work-error.js";
import { itemOfDocument, passed } from "./answer.js";

export interface NewFlags {
  readonly kind: Kind;
  readonly title: string;
  readonly id?: string;
  readonly epic?: string;
  readonly state?: FrontMatter["state"];
  readonly priority?: FrontMatter["priority"];
  readonly size?: FrontMatter["size"];
  readonly ambiguity?: FrontMatter["ambiguity"];
  readonly executor?: FrontMatter["executor"];
  readonly isolation?: FrontMatter["isolation"];
  readonly assignee?: readonly string[];
  readonly label?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly touches?: readonly string[];
}

/** @param at the clock's time, in UTC with milliseconds. @throws BandlineError STORY_EXISTS, EPIC_UNKNOWN or USAGE; then no file is written. */
export async function newItem(flags: NewFlags, place: WorkPlace, at: string): Promise<WorkDocument> {
  const fields = fieldsOf(flags, at);
  return withLock(lockOf(place), async () => {
    const { stories } = await readWork(place.root);
    const twin = stories.find((story) => story.fields.id === fields.id);
    if (twin !== undefined) {
      throw failure("STORY_EXISTS", `${fields.id} is there already: ${twin.path}`, "choose another id: --id SLUG");
    }
    if (flags.epic !== undefined && !stories.some((story) => story.fields.kind === "epic" && story.fields.id === flags.epic)) {
      throw failure("EPIC_UNKNOWN", `there is no epic ${flags.epic}`, `pnpm work new --kind epic --title … --id ${flags.epic}`);
    }
    const path = pathOf(fields, flags.epic);
    const text = renderStory(fields);
    await writeAtomically(join(place.root, path), text);
    const items = itemsOf([...stories, parseStory(text, path)]);
    const item = items.find((each) => each.id === fields.id) as (typeof items)[number];
    return passed({ item: itemOfDocument(item), nextActions: [`write ${path}: its overview, and its criteria`, "pnpm work state"] });
  });
}

/** Folders of docs/work that are no stories'. */
const RESERVED = ["prds"];

function fieldsOf(flags: NewFlags, at: string): FrontMatter {
  const { kind, title, id = slugOf(title), state = "idea", priority = "normal", size = "medium", ambiguity = "low" } = flags;
  const { executor = "standard", isolation = "module", assignee = [], label = [], epic, dependsOn, touches } = flags;
  const parsed = frontMatter.safeParse({
    ...{ id, title, kind, state, priority, size, ambiguity, executor, isolation },
    ...{
      assignees: assignee,
      labels: label,
      created_at: at,
      updated_at: at,
      completed_at: state === "done" ? at : null,
      links: [],
      last_activity_at: at,
    },
    ...(epic === undefined || kind === "epic" ? {} : { epic }),
    ...(dependsOn === undefined ? {} : { depends_on: dependsOn }),
    ...(touches === undefined ? {} : { touches }),
  });
  if (parsed.success && !RESERVED.includes(id)) return parsed.data;
  const [issue] = parsed.error?.issues ?? [];
  const field = String(issue?.path[0] ?? "id");
  const received = field === "id" ? id : "";
  throw failure(
    "USAGE",
    `${field}: received ${JSON.stringify(received)}; allowed: ${issue?.message ?? `anything but ${RESERVED.join(", ")}`}`,
    "pnpm work new --help",
  );
}

/** A story of no epic has a folder of its own. */
function pathOf({ id, kind }: FrontMatter, epic: string | undefined): string {
  if (kind === "epic") return `${WORK}/${id}/epic.md`;
  return `${WORK}/${epic ?? id}/${id}.md`;
}
