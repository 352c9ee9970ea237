import type { Session } from "../../entities/session.js";

export interface SessionRepository {
  find(id: string): Promise<Session | undefined>;
  save(session: Session): Promise<void>;
  remove(id: string): Promise<void>;
}
