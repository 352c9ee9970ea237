import { describe, expect, it } from "vitest";
import { authWorld } from "../../__fixtures__/auth-world.js";
import { SESSION_LIFETIME_MS, startSession } from "../../entities/session.js";
import { renew } from "./renew.js";

describe("renewing a session", () => {
  it("stores it with a later end", async () => {
    const world = authWorld([startSession("s1", "u1", 0)]);
    const renewed = await renew(world, "s1");
    expect(renewed?.expiresAt).toBe(1_000 + SESSION_LIFETIME_MS);
    expect(await world.sessions.find("s1")).toEqual(renewed);
  });

  it("removes one that is over", async () => {
    const world = authWorld([startSession("s1", "u1", -SESSION_LIFETIME_MS)]);
    expect(await renew(world, "s1")).toBeUndefined();
    expect(await world.sessions.find("s1")).toBeUndefined();
  });

  it("knows nothing of an unknown one", async () => {
    expect(await renew(authWorld(), "s9")).toBeUndefined();
  });
});
