import { describe, expect, it } from "vitest";
import { momentSince } from "./resolve-since.js";

const now = Date.parse("2026-05-31T12:00:00Z");

describe("--since", () => {
  it.each<[string, string]>([
    ["2026-05-13", "2026-05-13T00:00:00.000Z"],
    ["2026-05-13T10:00:00Z", "2026-05-13T10:00:00.000Z"],
    ["90d", "2026-03-02T12:00:00.000Z"],
    ["1 day ago", "2026-05-30T12:00:00.000Z"],
    ["12w", "2026-03-08T12:00:00.000Z"],
    ["2 weeks ago", "2026-05-17T12:00:00.000Z"],
    ["2m", "2026-03-31T12:00:00.000Z"],
    ["3 months ago", "2026-02-28T12:00:00.000Z"],
    ["6m", "2025-11-30T12:00:00.000Z"],
    ["1y", "2025-05-31T12:00:00.000Z"],
    ["2 years ago", "2024-05-31T12:00:00.000Z"],
  ])("%s is %s", (text, expected) => {
    expect(new Date(momentSince(text, now)).toISOString()).toBe(expected);
  });

  it.each([["spring"], ["90"], ["90x"], ["2026-02-31"], ["-5d"], ["3 months"], [""], ["123456d"]])("%s is no date", (text) => {
    expect(() => momentSince(text, now)).toThrow(expect.objectContaining({ code: "USAGE", exitCode: 2 }));
  });
});
