/** Milliseconds since the epoch. */
export type Clock = () => number;
export type NewId = () => string;

/** Contents by key. */
export interface FileStore {
  write(key: string, content: Uint8Array): Promise<void>;
  /** A key that holds nothing is no error. */
  remove(key: string): Promise<void>;
}
