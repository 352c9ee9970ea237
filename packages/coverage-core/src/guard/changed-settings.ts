/** Coverage that a test runner's configuration asks for no longer: files left out, tests not run, lower percents, a switch turned off. */
import { matcherOf } from "@repo/core-shared/conformance/coverage";
import type { Notice } from "../failure.js";
import type { RepoPath } from "../path/repo-path.js";
import { settingsOf, toolsOf, type Settings } from "./coverage-settings.js";
import type { GuardInput } from "./model.js";
import { addedTo } from "./multiset.js";
import type { SettingLoss } from "./place-loss.js";

/** The configuration of one tool in one folder, which may stand in several files, or move between them. */
interface Group {
  readonly folder: string;
  readonly base: readonly Placed[];
  readonly head: readonly Placed[];
}

interface Placed extends Settings {
  readonly file: RepoPath;
}

/** Where there was no configuration, none can be taken away. Compared by value, file by file of the repository where globs change. */
export function changedSettings(input: GuardInput): SettingLoss[] {
  return groupsOf(input).flatMap((group) => [
    ...filesLeftOut(group),
    ...filesNotTakenIn(group, input.files),
    ...lowerPercents(group),
    ...switchedOff(group),
  ]);
}

/** What the guard cannot compare, because it has become more than a literal. */
export function unreadSettings(input: GuardInput): Notice[] {
  return groupsOf(input).flatMap(({ base, head }) =>
    head.flatMap(({ file, unread }) =>
      addedTo(
        base.flatMap((each) => each.unread),
        unread,
        ({ key, source }) => `${key} ${source}`,
      ).map(({ key }) => ({
        code: "CONFIG_UNREADABLE",
        message: `${file}: ${key === "" ? "the file" : key} is more than a literal, so the guard cannot compare what it leaves out`,
      })),
    ),
  );
}

function groupsOf({ changes, textOf, baseTextOf, files }: GuardInput): Group[] {
  const groups = new Map<string, { folder: string; base: Placed[]; head: Placed[] }>();
  const put = (side: "base" | "head", file: RepoPath, text: string | undefined) => {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    for (const tool of text === undefined ? [] : toolsOf(file)) {
      const group = groups.get(`${tool} ${folder}`) ?? { folder, base: [], head: [] };
      group[side].push({ file, ...settingsOf(tool, file, text as string) });
      groups.set(`${tool} ${folder}`, group);
    }
  };
  for (const { file, oldFile, kind } of changes) {
    if (oldFile !== null) put("base", oldFile, baseTextOf(oldFile));
    if (kind !== "deleted") put("head", file, textOf(file));
  }
  return [...groups.values()].filter(({ folder, base }) => base.length > 0 && files.some((file) => file.startsWith(folder)));
}

const KINDS = { leaves: "exempt-widened", takes: "exempt-widened", skips: "test-skipped", runs: "test-skipped" } as const;

function globsIn(side: readonly Placed[]) {
  return side.flatMap(({ file, globs }) => globs.map((each) => ({ ...each, file })));
}

function filesLeftOut({ base, head }: Group): SettingLoss[] {
  const now = globsIn(head).filter(({ role }) => role === "leaves" || role === "skips");
  return addedTo(globsIn(base), now, keyOf).map(({ key, role, glob, file }) => ({
    kind: KINDS[role],
    file,
    detail: `${key}: ${glob}`,
    word: glob,
  }));
}

/** A glob that is gone takes nothing away where what stands now takes in the same files of the repository. */
function filesNotTakenIn(group: Group, files: readonly RepoPath[]): SettingLoss[] {
  const { folder, base, head } = group;
  const takes = (side: readonly Placed[]) => globsIn(side).filter(({ role }) => role === "takes" || role === "runs");
  return addedTo(takes(head), takes(base), keyOf).flatMap(({ key, role, glob }) => {
    const now = takes(head).filter((each) => each.key === key);
    // Without a list a runner takes its own default of tests.
    if (isUnread(head, key) || (role === "runs" && now.length === 0)) return [];
    const [before, after] = [matcherOf([relative(glob)]), matcherOf(now.map((each) => relative(each.glob)))];
    const matched = files.filter((file) => file.startsWith(folder) && before(file.slice(folder.length)));
    const isSame = matched.length > 0 && matched.every((file) => after(file.slice(folder.length)));
    return isSame ? [] : [{ kind: KINDS[role], file: fileOf(group, key), detail: `${key} without ${glob}`, word: lastOf(key) }];
  });
}

/** A percent for some files that is gone leaves them to the one for all. */
function lowerPercents(group: Group): SettingLoss[] {
  const [before, now] = [percentsIn(group.base), percentsIn(group.head)];
  return [...before].flatMap(([key, percent]) => {
    const metric = lastOf(key);
    const setting = key.startsWith("coverage.") ? "coverage.thresholds" : key.replace(/\..*$/s, "");
    const left = now.get(key) ?? now.get(`${setting}.${metric}`) ?? now.get(`${setting}.global.${metric}`);
    if (left === undefined && isUnread(group.head, setting)) return [];
    const detail = `${key} from ${percent} to ${left ?? 0}`;
    return (left ?? 0) < percent ? [{ kind: "band-lowered" as const, file: fileOf(group, key), detail, word: metric }] : [];
  });
}

function percentsIn(side: readonly Placed[]): Map<string, number> {
  return new Map(side.flatMap(({ percents }) => [...percents]));
}

function switchedOff(group: Group): SettingLoss[] {
  const [before, now] = [switchesIn(group.base), switchesIn(group.head)];
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const isGone = before.get(key) === true && !now.has(key) && !isUnread(group.head, key);
    if (!isGone && (now.get(key) !== false || before.get(key) === false)) return [];
    const kind = /check/.test(key) ? ("band-lowered" as const) : ("exempt-widened" as const);
    return [{ kind, file: fileOf(group, key), detail: now.has(key) ? `${key}: false` : `${key}: true is gone`, word: lastOf(key) }];
  });
}

function switchesIn(side: readonly Placed[]): Map<string, boolean> {
  return new Map(side.flatMap(({ switches }) => [...switches]));
}

/** Whether a setting, or something around or inside it, is more than a literal. */
function isUnread(side: readonly Placed[], key: string): boolean {
  return side.some(({ unread }) => unread.some((each) => each.key === "" || each.key === key || each.key.startsWith(`${key}.`)));
}

/** The file that has the setting now, else any of the group that is left, else the one that is gone. */
function fileOf({ base, head }: Group, key: string): RepoPath {
  const states = ({ globs, percents, switches }: Placed) =>
    globs.some((each) => each.key === key) || percents.has(key) || switches.has(key);
  return [...head.filter(states), ...head, ...base].map(({ file }) => file)[0] as RepoPath;
}

function keyOf({ key, role, glob }: { readonly key: string; readonly role: string; readonly glob: string }): string {
  return `${key} ${role} ${glob}`;
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}

function relative(glob: string): string {
  return glob.replace(/^!?(?:(?:<rootDir>|\.)\/)?/, "");
}
