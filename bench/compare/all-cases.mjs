import { CHANGE } from "./cases/change.mjs";
import { CODE } from "./cases/code.mjs";
import { FRESHNESS } from "./cases/freshness.mjs";
import { PLAIN } from "./cases/plain.mjs";
import { REPORT } from "./cases/report.mjs";

/**
 * A case has a `name`, what is true (`verdict` pass, fail or refuse; `because`; lines at fault in `at`), and `make`, which changes a
 * repository on its branch `change` and may answer with `reports` and with flags for one of the programs.
 */
export const GROUPS = [
  { title: "What every such tool should know", cases: PLAIN },
  { title: "The report", cases: REPORT },
  { title: "A report of another text", cases: FRESHNESS },
  { title: "Which lines changed", cases: CHANGE },
  { title: "What a line is, and what a change takes away", cases: CODE },
];
