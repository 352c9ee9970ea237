import { parseStory, type Story } from "../story/parse-story.js";
import { renderStory } from "../story/render-story.js";
import type { FrontMatter } from "../story/schema.js";

export const AT = "2024-01-02T03:04:05.678Z";

/** A story's fields as `work new` has them, but for what is given. */
export function fieldsOf(id: string, more: Partial<FrontMatter> = {}): FrontMatter {
  return {
    ...{ id, title: id, kind: "story", state: "ready", priority: "normal", size: "medium", ambiguity: "low", executor: "standard" },
    ...{
      isolation: "module",
      assignees: [],
      labels: [],
      created_at: AT,
      updated_at: AT,
      completed_at: null,
      links: [],
      last_activity_at: AT,
    },
    ...more,
  };
}

export function storyFrom(id: string, more: Partial<FrontMatter> = {}, path = `docs/work/${id}/${id}.md`): Story {
  return parseStory(renderStory(fieldsOf(id, more)), path);
}

/** A body that lacks nothing. */
export const DONE_BODY = `## Overview

Prices.

## Acceptance Criteria

- [x] a price is never below zero

## Technical Approach

As it is.

## Post-Implementation Insights

### Changelog

- Fixed prices below zero.
`;
