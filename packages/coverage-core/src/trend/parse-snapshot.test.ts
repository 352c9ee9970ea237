import { describe, expect, it } from "vitest";
import { summaryDocument, type SummaryDocument } from "../contract/summary.js";
import { parseSnapshot, pointOfSnapshot } from "./parse-snapshot.js";

const metric = (covered: number, total: number) => ({ covered, total, pct: total === 0 ? null : (100 * covered) / total });
const totals = { statements: metric(9, 10), branches: metric(0, 0), functions: metric(1, 3), lines: metric(10, 10) };
const SUMMARY: SummaryDocument = {
  schemaVersion: "1.0",
  generatedAt: "2026-05-13T12:00:00.000Z",
  commit: "bf0b049",
  provider: "v8",
  repo: totals,
  byPackage: {
    auth: { ...totals, byLayer: { entities: totals }, tests: { count: 3, durationMs: 12.5 } },
    blog: { ...totals, byLayer: {}, tests: { count: 4, durationMs: 7.5, failed: 1, skipped: 2 } },
  },
};
const without = (value: object, name: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
const read = (value: unknown) => parseSnapshot(JSON.stringify(value));

describe("a summary", () => {
  it("is one of the contract's", () => {
    expect(summaryDocument.parse(SUMMARY)).toEqual(SUMMARY);
  });

  it("is read with its counts, and percentages made anew", () => {
    const third = { ...totals, functions: { covered: 1, total: 3, pct: 33.33 } };
    expect(read(SUMMARY)).toEqual({
      measured: "bf0b049",
      generatedAt: "2026-05-13T12:00:00.000Z",
      provider: "v8",
      repo: third,
      tests: { count: 7, durationMs: 20, failed: 1, skipped: 2 },
      byPackage: {
        auth: { ...third, byLayer: { entities: third }, tests: { count: 3, durationMs: 12.5 } },
        blog: { ...third, byLayer: {}, tests: { count: 4, durationMs: 7.5, failed: 1, skipped: 2 } },
      },
    });
  });

  it.each<[string, unknown, object]>([
    ["that says the tests of all itself", { ...SUMMARY, tests: { count: 1, durationMs: 2 } }, { tests: { count: 1, durationMs: 2 } }],
    [
      "of a later version of the same kind, with what nobody knows yet",
      { ...SUMMARY, schemaVersion: "1.4", more: 1 },
      { measured: "bf0b049" },
    ],
    [
      "whose packages count no failures",
      { ...SUMMARY, byPackage: { auth: SUMMARY.byPackage["auth"] } },
      { tests: { count: 3, durationMs: 12.5 } },
    ],
  ])("is read %s", (_sentence, value, expected) => {
    const snapshot = read(value);
    expect(snapshot).toMatchObject(expected);
    expect(snapshot).not.toHaveProperty("more");
  });

  it("has no tests where no package tells", () => {
    expect(read({ ...SUMMARY, byPackage: {} })).not.toHaveProperty("tests");
    const point = pointOfSnapshot(parseSnapshot(JSON.stringify({ ...SUMMARY, byPackage: {} })) as never, {
      commit: null,
      subject: null,
      at: SUMMARY.generatedAt,
      source: "disk",
    });
    expect(Object.keys(point)).toEqual(["commit", "subject", "at", "source", "measured", "provider", "repo", "byPackage"]);
  });

  it("is read behind a byte order mark", () => {
    expect(parseSnapshot(`\uFEFF${JSON.stringify(SUMMARY)}`)).toHaveProperty("measured");
  });

  it.each<[string, unknown, string]>([
    ["is a list", [], "it has no schemaVersion"],
    ["has no version", without(SUMMARY, "schemaVersion"), "it has no schemaVersion"],
    ["is of another kind of version", { ...SUMMARY, schemaVersion: "2.0" }, 'its schemaVersion is "2.0"'],
    ["has a version that is no text", { ...SUMMARY, schemaVersion: 1 }, "its schemaVersion is 1"],
    ["names no commit", without(SUMMARY, "commit"), "it names no commit"],
    ["has no moment", { ...SUMMARY, generatedAt: "May" }, "its generatedAt is no moment"],
    ["has a moment that is no text", { ...SUMMARY, generatedAt: 1 }, "its generatedAt is no moment"],
    ["names no provider", without(SUMMARY, "provider"), "it names no provider"],
    ["has no figures", without(SUMMARY, "repo"), "repo.statements has no counts"],
    ["lacks a metric", { ...SUMMARY, repo: without(totals, "lines") }, "repo.lines has no counts"],
    ["covers more than there is", { ...SUMMARY, repo: { ...totals, lines: metric(2, 1) } }, "repo.lines has no counts"],
    ["counts halves", { ...SUMMARY, repo: { ...totals, lines: metric(0.5, 1) } }, "repo.lines has no counts"],
    ["counts less than nothing", { ...SUMMARY, repo: { ...totals, lines: metric(-1, 1) } }, "repo.lines has no counts"],
    ["has no packages", without(SUMMARY, "byPackage"), "byPackage is no object"],
    ["has a package without layers", { ...SUMMARY, byPackage: { auth: totals } }, "auth.byLayer is no object"],
    [
      "has a layer without figures",
      { ...SUMMARY, byPackage: { auth: { ...totals, byLayer: { x: {} } } } },
      "auth.x.statements has no counts",
    ],
    ["has a package that is none", { ...SUMMARY, byPackage: { auth: 1 } }, "auth.byLayer is no object"],
    ["counts no tests", { ...SUMMARY, tests: {} }, "tests has no counts"],
    ["has tests that took less than no time", { ...SUMMARY, tests: { count: 1, durationMs: -1 } }, "tests has no counts"],
    ["counts failures in text", { ...SUMMARY, tests: { count: 1, durationMs: 1, failed: "1" } }, "tests has no counts"],
    [
      "has a package with tests that are none",
      { ...SUMMARY, byPackage: { auth: { ...totals, byLayer: {}, tests: 1 } } },
      "auth.tests has no counts",
    ],
  ])("is refused where it %s", (_sentence, value, fault) => {
    expect(read(value)).toBe(fault);
  });

  it.each<[string, string, string]>([
    ["is empty", " \n", "it is empty"],
    ["is cut off", '{"schemaVersion": "1.0", ', "it is no JSON"],
    ["holds a conflict", '{\n<<<<<<< HEAD\n"commit": 1\n=======\n', "it holds a merge conflict"],
    ["is a pointer", "version https://git-lfs.github.com/spec/v1\n", "it is a Git LFS pointer"],
  ])("is refused where it %s", (_sentence, text, fault) => {
    expect(parseSnapshot(text)).toBe(fault);
  });
});
