/** `work validate` and `work state`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "bandline/command";
import type { WorkDocument } from "../contract.js";
import type { WorkPlace } from "../files/open-work.js";
import { WORK, readEach, readWork } from "../files/read-work.js";
import { findProblems, findStrictProblems } from "../state/find-problems.js";
import { renderState } from "../state/state-document.js";
import { gateFailed, passed } from "./answer.js";

export async function validate({ strict = false }: { readonly strict?: boolean }, { root }: WorkPlace): Promise<WorkDocument> {
  const { stories, problems } = await readEach(root);
  const findings = [...problems, ...findProblems(stories), ...(strict ? findStrictProblems(stories) : [])].map((each) => ({ ...each }));
  return findings.length === 0
    ? passed({ findings })
    : gateFailed({ findings, nextActions: ["correct what is named, then: pnpm work validate"] });
}

export const STATE = `${WORK}/_system/_state.json`;

/** @throws WorkFilesError: a state of half of the stories is none. */
export async function writeState({ check = false }: { readonly check?: boolean }, { root }: WorkPlace): Promise<WorkDocument> {
  const text = renderState(await readWork(root));
  const before = await readFile(join(root, STATE), "utf8").catch(() => undefined);
  const changed = before !== text;
  if (check)
    return changed
      ? gateFailed({ path: STATE, changed, nextActions: [`pnpm work state, and commit ${STATE}`] })
      : passed({ path: STATE, changed });
  if (changed) await writeAtomically(join(root, STATE), text);
  return passed({ path: STATE, changed });
}
