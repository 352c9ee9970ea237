/** A signed-in user's session. Times are milliseconds since the epoch. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** How long a session lives without renewal. */
export const SESSION_LIFETIME_MS = 30 * 60_000;
/** A session ends this long after it was created, however often it is renewed. */
export const SESSION_LONGEST_MS = 12 * 60 * 60_000;

export function startSession(id: string, userId: string, now: number): Session {
  return { id, userId, createdAt: now, expiresAt: now + SESSION_LIFETIME_MS };
}

/** A session is over at `expiresAt` itself. */
export function isExpired(session: Session, now: number): boolean {
  return now >= session.expiresAt;
}

/** @returns the session with a new lifetime from `now`, capped by its longest life; undefined where it is expired. */
export function renewSession(session: Session, now: number): Session | undefined {
  if (isExpired(session, now)) return undefined;
  const cap = session.createdAt + SESSION_LONGEST_MS;
  return { ...session, expiresAt: Math.min(now + SESSION_LIFETIME_MS, cap) };
}
