import { join } from "node:path";
import { findInstalled } from "../files/find-installed.js";
import { readReport } from "../files/read-files.js";

/** @param folder absolute: for which the package is installed. @returns its version; undefined where it is not there, or says none. */
export async function packageVersion(name: string, folder: string): Promise<string | undefined> {
  const home = findInstalled(folder, name);
  if (home === undefined) return undefined;
  try {
    const { version } = JSON.parse((await readReport(join(home, "package.json"))).toString("utf8")) as { readonly version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
