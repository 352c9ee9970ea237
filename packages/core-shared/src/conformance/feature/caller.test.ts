import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { callerOf } from "./caller.js";

type Caller = (callee: () => string) => string | Promise<string>;

/** Compiles a function as if it stood in `filename`, so that the engine itself writes the stack. */
async function check(source: string, filename: string, expected: string): Promise<void> {
  const call = runInThisContext(source, { filename }) as Caller;
  const callee = (): string => callerOf(callee);
  expect(await call(callee)).toBe(expected);
}

const NAMED = "(function manifest(callee) { return callee(); })";
const BARE = "(callee) => callee()";
const RESUMED = "async (callee) => { await null; return callee(); }";

describe("the file that called", () => {
  it.each<[string, string, string, string]>([
    ["is a path", BARE, "/repo/src/feature.manifest.ts", "/repo/src/feature.manifest.ts"],
    ["is a path, for a function with a name", NAMED, "/repo/src/feature.manifest.ts", "/repo/src/feature.manifest.ts"],
    ["is a path, for a URL", BARE, "file:///repo/src/feature.manifest.ts", "/repo/src/feature.manifest.ts"],
    ["is a path with a space, for a URL", NAMED, "file:///my%20repo/src/feature.manifest.ts", "/my repo/src/feature.manifest.ts"],
    ["is a path with letters of any script, for a URL", BARE, "file:///%D1%8F/a.ts", "/я/a.ts"],
    ["may lie in a folder with brackets", BARE, "/repo (copy)/feature.manifest.ts", "/repo (copy)/feature.manifest.ts"],
    ["may lie in a folder of brackets", NAMED, "/app/(group)/feature.manifest.ts", "/app/(group)/feature.manifest.ts"],
    ["may lie in a folder with a space and brackets", NAMED, "/repo (copy)/feature.manifest.ts", "/repo (copy)/feature.manifest.ts"],
    ["may lie on a drive", BARE, "C:\\repo\\feature.manifest.ts", "C:\\repo\\feature.manifest.ts"],
    ["is known after an await", RESUMED, "/repo/feature.manifest.ts", "/repo/feature.manifest.ts"],
    ["is only `manifest` where the engine knows no file", BARE, "evalmachine.<anonymous>", "manifest"],
    ["is only `manifest` for evaluated text", "(callee) => eval('callee()')", "/repo/feature.manifest.ts", "manifest"],
  ])("%s", (_sentence, source, filename, expected) => check(source, filename, expected));

  it("is this one, here", () => {
    const callee = (): string => callerOf(callee);
    expect(callee()).toBe(fileURLToPath(import.meta.url));
  });

  it("is only `manifest` where the engine keeps no stack", () => {
    const callee = (): string => callerOf(callee);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      expect(callee()).toBe("manifest");
    } finally {
      Error.stackTraceLimit = limit;
    }
  });
});
