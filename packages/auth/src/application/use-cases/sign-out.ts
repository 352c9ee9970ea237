import type { SessionRepository } from "../repositories/session-repository.js";

/** Ends a session; signing out twice is no error. */
export async function signOut(deps: { readonly sessions: SessionRepository }, sessionId: string): Promise<void> {
  await deps.sessions.remove(sessionId);
}
