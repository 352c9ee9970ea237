import { describe, expect, it } from "vitest";
import { SESSION_LIFETIME_MS, SESSION_LONGEST_MS, isExpired, renewSession, startSession } from "./session.js";

const MINUTE_MS = 60_000;
const session = startSession("s1", "u1", 0);

describe("a session", () => {
  it("keeps who it is for and when it began", () => {
    expect(startSession("s2", "u2", 5)).toEqual({ id: "s2", userId: "u2", createdAt: 5, expiresAt: 5 + SESSION_LIFETIME_MS });
  });

  it.each([
    ["is alive at the start", 0, false],
    ["is alive one millisecond before its end", 30 * MINUTE_MS - 1, false],
    ["is over at its end", 30 * MINUTE_MS, true],
    ["is over afterwards", 31 * MINUTE_MS, true],
  ])("%s", (_sentence, now, expired) => {
    expect(isExpired(session, now)).toBe(expired);
  });
});

describe("renewing", () => {
  it("gives a whole lifetime from now and keeps the rest", () => {
    expect(renewSession(session, 10 * MINUTE_MS)).toEqual({ ...session, expiresAt: 40 * MINUTE_MS });
  });

  it("never goes past the longest life", () => {
    const old = { ...session, expiresAt: SESSION_LONGEST_MS };
    expect(renewSession(old, SESSION_LONGEST_MS - MINUTE_MS)?.expiresAt).toBe(12 * 60 * MINUTE_MS);
  });

  it("refuses a session that is over", () => {
    expect(renewSession(session, session.expiresAt)).toBeUndefined();
  });
});
