import { createHash } from "node:crypto";

/** @returns the git blob id (SHA-1) of these bytes as they are, as `git hash-object --no-filters` prints it. */
export function blobIdOf(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
