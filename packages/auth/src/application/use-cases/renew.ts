import { renewSession, type Session } from "../../entities/session.js";
import type { SessionRepository } from "../repositories/session-repository.js";
import type { Clock } from "../services/services.js";

/** @returns the renewed session, or undefined where it is unknown or over; one that is over is removed. */
export async function renew(
  deps: { readonly sessions: SessionRepository; readonly now: Clock },
  sessionId: string,
): Promise<Session | undefined> {
  const session = await deps.sessions.find(sessionId);
  if (session === undefined) return undefined;
  const renewed = renewSession(session, deps.now());
  await (renewed === undefined ? deps.sessions.remove(sessionId) : deps.sessions.save(renewed));
  return renewed;
}
