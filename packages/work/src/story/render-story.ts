/** A new story, task or epic as a file. */
import { renderField } from "./edit-story.js";
import { FIELD_ORDER, type FrontMatter } from "./schema.js";

/** @returns the text of the file: the fields in their order, then the sections with what belongs into each. */
export function renderStory(fields: FrontMatter): string {
  const lines = FIELD_ORDER.flatMap((key) => (fields[key] === undefined ? [] : [renderField(key, fields[key])]));
  return `---\n${lines.join("\n")}\n---\n\n${BODY}`;
}

const BODY = `## Overview

<!-- What changes, for whom, and how anybody will see that it worked. Link what explains it. Say what is left out on purpose, and what larger work this is a part of. -->

## Acceptance Criteria

<!-- One line a check, as \`- [ ] …\`: each is either true or not, and somebody else can tell which. All of them ticked means that the work is done. Name the tests that hold them. -->

## Technical Approach

<!-- What is known before the work begins:
- **Changes**: files, modules and functions, with their paths
- **Contracts**: types, schemas and documents that are new or different, with an example
- **Integration**: who calls it, what has to move with it, what stays compatible
- **Unknowns**: what has to be found out first, and how
- **Considerations**: speed, safety, privacy and cost, where they matter
-->

<!--
## Post-Implementation Insights

Take this section out of its comment when the work is done; \`pnpm work complete <id>\` reads it.

### Changelog

Required. One entry for those who use what was built: what they can do now, or what no longer goes wrong. Begin with Added, Changed, Fixed, Removed, Deprecated or Security. Files and functions are no news to them.

Good:
- Added a budget for test time: a suite that grows too slow fails before anybody gets used to it.

Not enough:
- Changed budget.ts and its test

### Decisions

Optional. What was chosen, what was not, and why.

### Architecture

Optional. New parts and new arrows between parts, for those who come next.
-->
`;
