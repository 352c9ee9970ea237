import { readFileSync } from "node:fs";
import { reportFault } from "./conformance-error.js";

/** @returns undefined where there is no such file. @throws FaultFound FILE_UNREADABLE. */
export function bytesOf(path: string, rerun: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw reportFault("FILE_UNREADABLE", `${path} cannot be read: ${message}`, rerun);
  }
}

export function textOf(path: string, rerun: string): string | undefined {
  return bytesOf(path, rerun)?.toString("utf8");
}
