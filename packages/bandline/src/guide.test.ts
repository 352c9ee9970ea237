import { GUARD_KINDS, HIT_KINDS } from "@repo/coverage-core";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const PACKAGES = join(import.meta.dirname, "../..");
const readGuide = (name: string) => readFileSync(join(PACKAGES, "../docs/guides", name), "utf8");
const guide = readGuide("coverage.md");
const guides = readdirSync(join(PACKAGES, "../docs/guides")).map(readGuide);

/** Codes as the source states them: in an object, as a field, as a constant, and as an argument of what makes an error. */
const CODE =
  /(?:\bcode: |\bcode = |\bNO_TESTS = |\b(?:dataError|reportError|PresetError|failure|problem|unusable|read|fail|reportFault)\((?:\w+, )*)\s*"([A-Z][A-Z_]*)"/g;

function codesOfPackages(): string[] {
  const texts = readdirSync(PACKAGES, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) => {
      const folder = join(PACKAGES, name, "src");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const sources = files.filter((file) => file.endsWith(".ts") && !/\.test\.ts$|__fixtures__/.test(file));
      return sources.map((file) => readFileSync(join(folder, file), "utf8"));
    });
  return [...new Set(texts.flatMap((text) => [...text.matchAll(CODE)].map(([, code]) => code as string)))].sort();
}

/** What stands in the first cells of the tables below a heading. */
function rowsUnder(heading: string, text = guide): string[] {
  const [, rest = ""] = text.split(`\n${heading}\n`);
  const [section = ""] = rest.split(/\n#+ /);
  const cells = section.split("\n").map((line) => /^\|([^|]*)\|/.exec(line)?.[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string));
}

describe("the guide explains", () => {
  const codes = codesOfPackages();

  it("each code that a package states, as an error or a warning, and no other", () => {
    expect(codes).toEqual(
      expect.arrayContaining([
        "USAGE",
        "REPORT_TRUNCATED",
        "MANIFEST_INVALID",
        "BAND_MATCHES_NO_FILE",
        "GUARD_OFF",
        "SHARD_TWICE",
        "CONFIG_CYCLE",
        "SCORES_MALFORMED",
        "DOMAIN_UNMEASURED",
        "TESTS_ERRORED",
        "HISTORY_SHALLOW",
        "STORY_TAKEN",
        "FEATURE_BELOW_BAND",
        "FEATURE_NOT_MADE",
      ]),
    );
    const explained = guides.flatMap((text) => [...rowsUnder("## Errors", text), ...rowsUnder("## Warnings", text)]);
    // A row may name a flag beside its code.
    expect([...new Set(explained)].filter((name) => /^[A-Z]/.test(name)).sort()).toEqual(codes);
  });

  it("no error in two places", () => {
    const both = guides.flatMap((text) => rowsUnder("## Errors", text));
    expect(both.filter((code, at) => /^[A-Z]/.test(code) && both.indexOf(code) !== at)).toEqual([]);
  });

  it("no code of the page that nobody states", () => {
    const named = [...readGuide("page.md").matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, code]) => code as string);
    expect(named).toContain("REPORT_STALE");
    expect(named.filter((code) => !codes.includes(code) && !/^(?:FILE|DIR|REF)$/.test(code))).toEqual([]);
  });

  it("each kind of hit", () => {
    expect(rowsUnder("### Kinds").sort()).toEqual([...HIT_KINDS].sort());
  });

  it("each kind of the guard", () => {
    expect(rowsUnder("### The guard")).toEqual([...GUARD_KINDS]);
  });

  it("each kind by its JSON", () => {
    const agents = readGuide("agents.md");
    expect(
      [...agents.matchAll(/^### ([a-z-]+)$/gm)]
        .map(([, kind]) => kind)
        .filter((kind) => kind !== "git")
        .sort(),
    ).toEqual([...HIT_KINDS].sort());
    const [, shown = ""] = agents.split("### The guard");
    expect(GUARD_KINDS.filter((kind) => !shown.includes(`"kind": "${kind}"`))).toEqual([]);
  });

  it("each kind to agents, in what they read before they begin", () => {
    const prompt = readFileSync(join(PACKAGES, "../.sandcastle/implementer.prompt.md"), "utf8");
    expect([rowsUnder("## Kinds", prompt), rowsUnder("## The guard", prompt)]).toEqual([[...HIT_KINDS], [...GUARD_KINDS]]);
  });
});
