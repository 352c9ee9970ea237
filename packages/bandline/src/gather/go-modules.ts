import { join } from "node:path";
import type { PathMap, RepoPath } from "@repo/coverage-core";
import { readIfThere } from "@repo/coverage-io";

/** Go names a file by its module, which its `go.mod` states: `example.org/shop/cart.go` is `cart.go` beside it. */
export async function goModules(root: string, files: readonly RepoPath[]): Promise<PathMap[]> {
  const maps: PathMap[] = [];
  for (const file of files) {
    if (file !== "go.mod" && !file.endsWith("/go.mod")) continue;
    const text = (await readIfThere(join(root, file)))?.toString("utf8") ?? "";
    const from = /^\s*module\s+"?([^\s"]+)/m.exec(text)?.[1];
    if (from !== undefined) maps.push({ from, to: file.slice(0, -"/go.mod".length) });
  }
  return maps;
}
