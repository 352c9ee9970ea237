import { expect, it } from "vitest";
import { momentOf } from "./moment-of.js";

it.each<[string, string, string | null]>([
  ["a day", "2026-05-13", "2026-05-13T00:00:00.000Z"],
  ["a moment in UTC", "2026-05-13T12:30:15.250Z", "2026-05-13T12:30:15.250Z"],
  ["a moment of a zone", "2026-05-13T12:30:15+02:00", "2026-05-13T10:30:15.000Z"],
  ["a zone without a colon, as git writes it", "2026-05-13 12:30:15 -0330", "2026-05-13T16:00:15.000Z"],
  ["Python's isoformat, which has microseconds and no zone", "2026-05-13T12:30:15.123456", "2026-05-13T12:30:15.123Z"],
  ["an hour and a minute", "2026-05-13 12:30", "2026-05-13T12:30:00.000Z"],
  ["the 29th of February of a leap year", "2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["a day that is none", "2026-02-31", null],
  ["a month that is none", "2026-13-01", null],
  ["an hour that is none", "2026-05-13T25:00Z", null],
  ["a word", "yesterday", null],
  ["nothing", "", null],
])("%s", (_sentence, text, expected) => {
  expect(momentOf(text)).toBe(expected);
});
