import type { Attempt, FrontMatter, Kind, State } from "../story/schema.js";

/** One epic, story or task, as documents and the state file tell of it. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly state: State;
  readonly priority: FrontMatter["priority"];
  readonly size: FrontMatter["size"];
  readonly ambiguity: FrontMatter["ambiguity"];
  readonly executor: FrontMatter["executor"];
  readonly isolation: FrontMatter["isolation"];
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  /** The epic whose folder it lies in, or that it names; null for none. */
  readonly epic: string | null;
  readonly path: string;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly dependsOn: readonly string[];
  readonly blocks: readonly string[];
  readonly touches: readonly string[];
  /** What it waits for: ids of items that are not done, its own `depends_on` and others' `blocks` together. */
  readonly blockedBy: readonly string[];
  readonly criteria: { readonly total: number; readonly checked: number };
  readonly attempts: readonly Attempt[];
}
