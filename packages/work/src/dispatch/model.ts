import type { Story } from "../story/parse-story.js";
import type { Attempt } from "../story/schema.js";

/** One run of the agent and of the gate after it. */
export interface AttemptResult {
  readonly attempt: Attempt;
  /** What the agent has to do next; empty where there is nothing. */
  readonly nextActions: readonly string[];
}

export interface StoryRun {
  readonly story: string;
  readonly status: "pass" | "fail" | "interrupted";
  /** The git branch that has the work. */
  readonly branch: string;
  /** The commit that completes the story; null where it is not complete. */
  readonly commit: string | null;
  /** Relative to the repository; null where it is removed, because all of it is committed. */
  readonly worktree: string | null;
  /** Of this run. */
  readonly attempts: readonly AttemptResult[];
}

/** Where one story is worked on. */
export interface Desk {
  /** Absolute: the worktree. */
  readonly folder: string;
  readonly branch: string;
  /** The commit that the work began from. */
  readonly base: string;
  /** Of the story's file, relative to the repository. */
  readonly path: string;
  /** The story as the main tree has it: what it asks for is not the agent's to change. */
  readonly original: Story;
}

export interface Prompt {
  readonly story: Story;
  readonly desk: Desk;
  readonly number: number;
  readonly feedback: readonly string[];
}
