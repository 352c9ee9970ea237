import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ENVIRONMENT, IoError } from "../io-error.js";

/**
 * Replaces a file as a whole: a reader, a second writer or a kill sees the old text or the new one. Makes the folders.
 * Does not wait for the disk: what is written here can be made again.
 */
export async function writeAtomically(path: string, content: string | Buffer): Promise<void> {
  try {
    // Many runs write nothing, and need not load it.
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, content, { fsync: false });
  } catch (error) {
    throw new IoError(
      {
        code: "FILE_UNWRITABLE",
        message: `${path}: ${(error as Error).message}`,
        hint: `make ${dirname(path)} a writable folder`,
        exitCode: ENVIRONMENT,
      },
      error,
    );
  }
}
