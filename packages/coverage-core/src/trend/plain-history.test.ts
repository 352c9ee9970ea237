import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainHistory } from "../contract/plain-history.js";
import { addEntries, addEntry, parsePlainHistory, renderPlainHistory, type PlainEntry, type PlainTargets } from "./plain-history.js";

const ENTRY: PlainEntry = { date: "2026-05-13", commit: "bf0b049", overall_percent: 80.5, governance_percent: 71, test_count: 12 };
const HISTORY = { coverage_history: [ENTRY], targets: { overall: 80, governance: 75 } };
const textOf = (value: unknown) => JSON.stringify(value);
const withEntry = (changes: object) => textOf({ ...HISTORY, coverage_history: [ENTRY, { ...ENTRY, ...changes }] });

describe("a history is read", () => {
  it.each<[string, string]>([
    ["with all its fields", textOf(HISTORY)],
    ["without targets", textOf({ coverage_history: [ENTRY] })],
    ["without entries", textOf({ coverage_history: [] })],
    ["with fields that nobody knows", textOf({ ...HISTORY, note: "ours", coverage_history: [{ ...ENTRY, author: "ana" }] })],
    ["with an entry that has a date and a percentage alone", textOf({ coverage_history: [{ date: "2026-05-13", overall_percent: 0 }] })],
    ["with a percentage that nobody knows", withEntry({ overall_percent: null })],
  ])("%s", (_sentence, text) => {
    const history = parsePlainHistory(text, "h.json");
    expect(history).toEqual(JSON.parse(text));
    expect(plainHistory.parse(history)).toEqual(history);
  });

  it("also where a byte order mark stands before it", () => {
    expect(parsePlainHistory(`\uFEFF${textOf(HISTORY)}`, "h.json")).toEqual(HISTORY);
  });
});

describe("a history is refused", () => {
  it.each<[string, string, string]>([
    ["that is empty", " \n", "the file is empty"],
    ["that is no JSON", "{", "is no JSON object"],
    ["that is a list", "[]", "is no JSON object"],
    ["that has no entries", "{}", "coverage_history is no list"],
    ["whose entry is none", textOf({ coverage_history: [1] }), "coverage_history[0] is no object"],
    ["whose entry has no date", withEntry({ date: undefined }), "coverage_history[1].date is no date: it is missing"],
    ["whose date is none", withEntry({ date: "May" }), 'coverage_history[1].date is no date: "May"'],
    ["whose commit is a number", withEntry({ commit: 1234567 }), "coverage_history[1].commit is no text: 1234567"],
    ["whose percentage is text", withEntry({ overall_percent: "80" }), 'coverage_history[1].overall_percent is no percentage: "80"'],
    ["whose percentage is below 0", withEntry({ overall_percent: -0.1 }), "coverage_history[1].overall_percent is no percentage: -0.1"],
    ["whose percentage is above 100", withEntry({ overall_percent: 100.1 }), "coverage_history[1].overall_percent is no percentage: 100.1"],
    ["that counts half a test", withEntry({ test_count: 1.5 }), "coverage_history[1].test_count is no count: 1.5"],
    ["that counts less than no test", withEntry({ test_count: -1 }), "coverage_history[1].test_count is no count: -1"],
    ["whose targets are a list", textOf({ ...HISTORY, targets: [] }), "targets is no object"],
    ["whose target is none", textOf({ ...HISTORY, targets: { overall: 80, core: 101 } }), "targets.core is no percentage: 101"],
  ])("%s", (_sentence, text, message) => {
    expect(() => parsePlainHistory(text, "h.json")).toThrow(
      expect.objectContaining({
        code: "HISTORY_MALFORMED",
        message: `h.json: ${message}`,
        hint: "mend h.json, or take the last good one: git checkout HEAD -- h.json",
        exitCode: 3,
      }),
    );
  });
});

it("a history is written as it was read", () => {
  fc.assert(
    fc.property(
      fc.record({
        coverage_history: fc.array(
          fc.record({
            date: fc.constantFrom("2026-05-13", "2026-05-13T12:00:00Z"),
            overall_percent: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map((each) => each + 0)),
            [`x_percent`]: fc.integer({ min: 0, max: 100 }),
          }),
        ),
        note: fc.string(),
      }),
      (history) => {
        const text = renderPlainHistory(history);
        expect(renderPlainHistory(parsePlainHistory(text, "h.json"))).toBe(text);
        expect(text.endsWith("}\n")).toBe(true);
      },
    ),
  );
});

describe("an entry more", () => {
  const day = (date: string, more: object = {}): PlainEntry => ({ date, overall_percent: 50, ...more });
  const check = (before: readonly PlainEntry[], entry: PlainEntry, after: readonly PlainEntry[]) => {
    expect(addEntry({ coverage_history: [...before] }, entry)).toEqual({ coverage_history: after });
  };

  it.each<[string, readonly PlainEntry[], PlainEntry, readonly PlainEntry[]]>([
    ["begins a history", [], day("2026-01-02"), [day("2026-01-02")]],
    ["stands at its date", [day("2026-01-03"), day("2026-01-01")], day("2026-01-02"), [1, 2, 3].map((d) => day(`2026-01-0${d}`))],
    [
      "stands behind those of the same date that have a commit",
      [day("2026-01-02", { commit: "aaaaaaa" })],
      day("2026-01-02", { commit: "bbbbbbb" }),
      [day("2026-01-02", { commit: "aaaaaaa" }), day("2026-01-02", { commit: "bbbbbbb" })],
    ],
    [
      "is in order where one is a day and one a moment of another zone",
      [day("2026-01-02T00:30:00+02:00", { commit: "aaaaaaa" })],
      day("2026-01-01"),
      [day("2026-01-01"), day("2026-01-02T00:30:00+02:00", { commit: "aaaaaaa" })],
    ],
    [
      "takes the place of that of its commit",
      [day("2026-01-01", { commit: "aaaaaaa", core_percent: 1, old_percent: 2, test_count: 3, note: "kept" })],
      day("2026-01-02", { commit: "aaaaaaa", core_percent: 9 }),
      [{ note: "kept", ...day("2026-01-02", { commit: "aaaaaaa", core_percent: 9 }) }],
    ],
    [
      "takes the place of that of its commit, which is named shorter there",
      [day("2026-01-01", { commit: "aaaaaaa" })],
      day("2026-01-01", { commit: "aaaaaaab" }),
      [day("2026-01-01", { commit: "aaaaaaab" })],
    ],
    [
      "leaves one whose commit only begins alike, in less than git's shortest id",
      [day("2026-01-01", { commit: "aaaaaa" })],
      day("2026-01-01", { commit: "aaaaaaab" }),
      [day("2026-01-01", { commit: "aaaaaa" }), day("2026-01-01", { commit: "aaaaaaab" })],
    ],
    [
      "takes the place of that of its date which has no commit",
      [day("2026-01-01")],
      day("2026-01-01", { commit: "aaaaaaa" }),
      [day("2026-01-01", { commit: "aaaaaaa" })],
    ],
    [
      "leaves one of its date that has a commit, where it has none itself",
      [day("2026-01-01", { commit: "aaaaaaa" })],
      day("2026-01-01"),
      [day("2026-01-01", { commit: "aaaaaaa" }), day("2026-01-01")],
    ],
  ])("%s", (_sentence, before, entry, after) => {
    check(before, entry, after);
  });

  it.each<[string, PlainTargets | undefined, PlainTargets | undefined, PlainTargets | undefined]>([
    ["states targets", undefined, { core: 80 }, { core: 80 }],
    ["changes its own targets and leaves others", { core: 70, web: 60 }, { core: 80 }, { core: 80, web: 60 }],
    ["leaves targets where it states none", { core: 70 }, undefined, { core: 70 }],
    ["makes no targets of nothing", undefined, undefined, undefined],
  ])("%s", (_sentence, before, stated, after) => {
    const history = { coverage_history: [], note: "ours", ...(before === undefined ? {} : { targets: before }) };
    expect(addEntry(history, ENTRY, stated)).toEqual({
      note: "ours",
      coverage_history: [ENTRY],
      ...(after === undefined ? {} : { targets: after }),
    });
  });

  it("leaves the history that it was given", () => {
    const history = { coverage_history: [day("2026-01-01")] };
    addEntry(history, day("2026-01-01", { overall_percent: 1 }));
    expect(history).toEqual({ coverage_history: [day("2026-01-01")] });
  });

  it("of several comes one after the other", () => {
    const [first, second, again] = [day("2026-01-02"), day("2026-01-01"), day("2026-01-02", { commit: "aaaaaaa" })] as const;
    expect(addEntries({ coverage_history: [] }, [first, second, again], { core: 1 })).toEqual({
      coverage_history: [second, again],
      targets: { core: 1 },
    });
  });
});
