import { describe, expect, it } from "vitest";
import { authWorld } from "../../__fixtures__/auth-world.js";
import { SESSION_LIFETIME_MS } from "../../entities/session.js";
import { signIn } from "./sign-in.js";

describe("signing in", () => {
  it("starts and stores a session", async () => {
    const world = authWorld();
    const session = await signIn(world, "ada", "correct horse 9");
    expect(session).toEqual({ id: "s1", userId: "u1", createdAt: 1_000, expiresAt: 1_000 + SESSION_LIFETIME_MS });
    expect(await world.sessions.find("s1")).toEqual(session);
  });

  it.each([
    ["a wrong password", "ada", "correct horse 8"],
    ["an unknown name", "bob", "correct horse 9"],
  ])("with %s starts none", async (_sentence, name, password) => {
    const world = authWorld();
    expect(await signIn(world, name, password)).toBeUndefined();
    expect(await world.sessions.find("s1")).toBeUndefined();
  });
});
