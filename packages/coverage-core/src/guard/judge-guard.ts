/**
 * The guard: does a change make the gate see less? Ignore hints, skipped and deleted tests, removed assertions, lowered bands, wider exemptions and coverage settings.
 * Pure. A finding whose own comment gives a reason behind ` -- ` is accepted, and still listed.
 */
import { byText } from "../path/repo-path.js";
import { changedManifests } from "./changed-manifests.js";
import { changedSettings } from "./changed-settings.js";
import { changedTests } from "./changed-tests.js";
import { addedHints } from "./ignore-hints.js";
import type { GuardFinding, GuardInput } from "./model.js";
import { placeLoss } from "./place-loss.js";
import { isTestFile } from "./tests-of.js";

/** Documentation may speak of hints. */
const PROSE = /\.(?:md|mdx|json|ya?ml|txt|lock|html|css|svg)$/;

/** @returns the findings by file and line. Never throws. */
export function judgeGuard(input: GuardInput): GuardFinding[] {
  const hints = input.changes
    .filter(({ file, kind, lines }) => kind === "text" && lines.length > 0 && !isTestFile(file) && !PROSE.test(file))
    .flatMap((change) => {
      const text = input.textOf(change.file);
      return text === undefined ? [] : addedHints(change, text, change.oldFile === null ? undefined : input.baseTextOf(change.oldFile));
    });
  const losses = [...changedManifests(input), ...changedSettings(input)];
  return [...hints, ...changedTests(input), ...losses.map((loss) => placeLoss(loss, input))].sort(
    (a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}
