import { startSession, type Session } from "../../entities/session.js";
import type { SessionRepository } from "../repositories/session-repository.js";
import type { UserRepository } from "../repositories/user-repository.js";
import type { Clock, NewId, PasswordHasher } from "../services/services.js";

export interface SignInDeps {
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly hasher: PasswordHasher;
  readonly now: Clock;
  readonly newId: NewId;
}

/** @returns a new session, or undefined where name and password do not belong together: which of the two was wrong is not told. */
export async function signIn(deps: SignInDeps, name: string, password: string): Promise<Session | undefined> {
  const user = await deps.users.findByName(name);
  if (user === undefined || !(await deps.hasher.matches(password, user.passwordHash))) return undefined;
  const session = startSession(deps.newId(), user.id, deps.now());
  await deps.sessions.save(session);
  return session;
}
