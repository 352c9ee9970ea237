import type { SessionRepository } from "../../application/repositories/session-repository.js";
import type { User, UserRepository } from "../../application/repositories/user-repository.js";
import type { Session } from "../../entities/session.js";

export function inMemorySessions(initial: readonly Session[] = []): SessionRepository {
  const byId = new Map(initial.map((session) => [session.id, session]));
  return {
    find: async (id) => byId.get(id),
    save: async (session) => void byId.set(session.id, session),
    remove: async (id) => void byId.delete(id),
  };
}

export function inMemoryUsers(users: readonly User[]): UserRepository {
  const byName = new Map(users.map((user) => [user.name, user]));
  return { findByName: async (name) => byName.get(name) };
}
