import { expect, it } from "vitest";
import { authWorld } from "../../__fixtures__/auth-world.js";
import { startSession } from "../../entities/session.js";
import { signOut } from "./sign-out.js";

it("signing out removes the session, and a second time is no error", async () => {
  const world = authWorld([startSession("s1", "u1", 0)]);
  await signOut(world, "s1");
  expect(await world.sessions.find("s1")).toBeUndefined();
  await expect(signOut(world, "s1")).resolves.toBeUndefined();
});
