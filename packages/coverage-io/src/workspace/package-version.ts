import { createRequire } from "node:module";
import { join } from "node:path";
import { readReport } from "../files/read-files.js";

/** @param folder absolute: from where node would resolve the package. @returns its version; undefined where it is not there, or says none. */
export async function packageVersion(name: string, folder: string): Promise<string | undefined> {
  try {
    const file = createRequire(join(folder, "package.json")).resolve(`${name}/package.json`);
    const { version } = JSON.parse((await readReport(file)).toString("utf8")) as { readonly version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
