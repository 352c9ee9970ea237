export interface PasswordHasher {
  matches(password: string, hash: string): Promise<boolean>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;
export type NewId = () => string;
