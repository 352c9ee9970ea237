import type { Session } from "../entities/session.js";
import { inMemorySessions, inMemoryUsers } from "../interface-adapters/repositories/in-memory.js";

/** One user, ada, with the password `correct horse 9`, and a clock that stands at 1,000. */
export function authWorld(sessions: readonly Session[] = []) {
  return {
    users: inMemoryUsers([{ id: "u1", name: "ada", passwordHash: "hash of correct horse 9" }]),
    sessions: inMemorySessions(sessions),
    hasher: { matches: async (password: string, hash: string) => hash === `hash of ${password}` },
    now: () => 1_000,
    newId: () => "s1",
  };
}
