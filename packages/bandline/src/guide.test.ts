import { CONFORMANCE_RULES, GUARD_KINDS, HIT_KINDS } from "@repo/coverage-core";
import { existsSync, readFileSync, readdirSync } from "node:fs";
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

const conformance = readGuide("conformance.md");
const runbook = readFileSync(join(PACKAGES, "../docs/runbook.md"), "utf8");

/** Of each heading of that level what stands below it, by the heading. */
function sectionsOf(text: string, level: string): Map<string, string> {
  const parts = text.split(/^(?=#{2,3} )/m).filter((part) => part.startsWith(`${level} `));
  return new Map(parts.map((part) => [part.slice(level.length + 1, part.indexOf("\n")), part]));
}

describe("the guide to conformance", () => {
  const sections = sectionsOf(conformance.slice(conformance.indexOf("\n## Rules\n")), "###");

  it("has a section for each rule, under its id, in one order", () => expect([...sections.keys()]).toEqual([...CONFORMANCE_RULES]));

  it.each(CONFORMANCE_RULES)("says of %s what it holds, shows a finding with its mend, and says how to mend it", (id) => {
    expect(sections.get(id)).toMatch(/^### .+\n\n\S[^]+\n```\n {4}\S+ .+\n {6}next: .+\n[^]*```\n\nMend: /);
  });
});

it("agents are told of each gate's time what the guide says of it", () => {
  const cellsIn = (text: string) => {
    const [, section = ""] = text.split(/^#+ How soon each gate sees it$/m);
    const rows = (section.split(/^#+ /m)[0] ?? "").split("\n").filter((line) => /^\| \w/.test(line) && !line.startsWith("| gate "));
    return rows.map((row) => row.split("|").map((cell) => cell.trim())).map((cells) => [cells[1], cells.at(-2)]);
  };
  const shown = cellsIn(readFileSync(join(PACKAGES, "../AGENTS.md"), "utf8"));
  expect(shown.map(([gate]) => gate)).toEqual(["types", "lint", "boot", "conformance", "L0", "L1", "L2", "L3", "CI"]);
  expect(shown).toEqual(cellsIn(conformance));
});

describe("the runbook", () => {
  const sections = sectionsOf(runbook, "###");

  it("has a section for each gate", () => {
    const early = ["types", "lint", "boot", "hooks", "conformance", "arrows", "work state"];
    const runs = ["L0 thresholds", "flaky", "test time", "L1 coverage:diff", "guard", "unasserted"];
    const later = ["L2 aggregate", "L2 trend", "L2 domains", "L3 mutate", "nightly", "dispatch", "CI"];
    expect([...sections.keys()]).toEqual([...early, ...runs, ...later]);
  });

  it("names each rule, each kind of hit and each kind of the guard", () => {
    expect(rowsUnder("### conformance", runbook)).toEqual(expect.arrayContaining([...CONFORMANCE_RULES]));
    expect(rowsUnder("### L1 coverage:diff", runbook).sort()).toEqual([...HIT_KINDS].sort());
    expect(GUARD_KINDS.filter((kind) => sections.get("guard")?.includes(`\`${kind}\``) !== true)).toEqual([]);
  });

  it("says what is next in each section", () => {
    const silent = [...sections].filter(
      ([, text]) => !/(?:^|\. )Next: |what to do|the first thing to look at|: mend it|`pnpm build`/m.test(text),
    );
    expect(silent.map(([name]) => name)).toEqual(["CI"]);
  });
});

describe.each([
  ["the runbook", "docs/runbook.md"],
  ["the guide to conformance", "docs/guides/conformance.md"],
])("%s", (_name, file) => {
  const ROOT = join(PACKAGES, "..");
  const text = readFileSync(join(ROOT, file), "utf8");

  it("links to what is there", () => {
    const anchorOf = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .trim()
        .replaceAll(" ", "-");
    const broken = [...text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].filter(([, path = "", anchor]) => {
      const target = path === "" ? file : join(file, "..", path);
      if (!existsSync(join(ROOT, target))) return true;
      const headings = [...readFileSync(join(ROOT, target), "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
        anchorOf(heading as string),
      );
      return anchor !== undefined && !headings.includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it("names scripts and codes that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly scripts: Record<string, string> };
    const own = ["exec", "install", ...Object.keys(scripts)];
    const named = [...text.matchAll(/(?:^|`|npx --yes )pnpm(?:@[\d.]+)? ([a-z][\w:-]*)/gm)].map(([, name]) => name as string);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !own.includes(name))).toEqual([]);
    const codes = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code]) => code as string);
    expect(codes.filter((code) => !codesOfPackages().includes(code))).toEqual([]);
  });
});
