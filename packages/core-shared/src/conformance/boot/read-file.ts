import { readFileSync } from "node:fs";
import { reportFault } from "./conformance-error.js";

/** @returns undefined where there is no such file. @throws FaultFound FILE_UNREADABLE. */
export function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw reportFault("FILE_UNREADABLE", `${path} cannot be read: ${message}`, "make the file readable");
  }
}

export function textOf(path: string): string | undefined {
  return bytesOf(path)?.toString("utf8");
}
