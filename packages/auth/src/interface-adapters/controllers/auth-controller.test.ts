import { describe, expect, it } from "vitest";
import { authWorld } from "../../__fixtures__/auth-world.js";
import { SESSION_LIFETIME_MS, startSession, type Session } from "../../entities/session.js";
import { authController } from "./auth-controller.js";

type Method = keyof ReturnType<typeof authController>;

async function check(method: Method, input: unknown, expected: object, sessions: readonly Session[] = []): Promise<void> {
  expect(await authController(authWorld(sessions))[method](input)).toEqual(expected);
}

const alive = startSession("s1", "u1", 1_000);

describe("the auth controller", () => {
  it.each<[string, Method, unknown, object, Session[]?]>([
    ["signs in with the right password", "signIn", { name: "ada", password: "correct horse 9" }, { status: 200, body: alive }],
    ["refuses a wrong password", "signIn", { name: "ada", password: "x" }, { status: 401, body: { error: "wrong-credentials" } }],
    [
      "names the fields that are wrong",
      "signIn",
      { name: "" },
      { status: 400, body: { error: "invalid-input", fields: ["name", "password"] } },
    ],
    ["signs out", "signOut", { sessionId: "s1" }, { status: 204 }, [alive]],
    ["does not sign out without an id", "signOut", {}, { status: 400, body: { error: "invalid-input", fields: ["sessionId"] } }],
    [
      "renews",
      "renew",
      { sessionId: "s1" },
      { status: 200, body: { ...alive, expiresAt: 1_000 + SESSION_LIFETIME_MS } },
      [startSession("s1", "u1", 1_000)],
    ],
    ["does not renew a session that is over", "renew", { sessionId: "s9" }, { status: 401, body: { error: "session-over" } }],
    ["does not renew without an id", "renew", null, { status: 400, body: { error: "invalid-input", fields: [""] } }],
    ["accepts a good password", "checkPassword", { name: "ada", password: "correct horse 9" }, { status: 204 }],
    [
      "tells the faults of a weak password",
      "checkPassword",
      { name: "ada", password: "short1" },
      { status: 422, body: { error: "weak-password", faults: ["too-short"] } },
    ],
    [
      "does not check a password that is no text",
      "checkPassword",
      { name: "ada", password: 7 },
      { status: 400, body: { error: "invalid-input", fields: ["password"] } },
    ],
  ])("%s", (_sentence, method, input, expected, sessions) => check(method, input, expected, sessions));
});
