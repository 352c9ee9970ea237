import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { change, counts, diffFile, domains, file, pack, page, point, range, totals, trend, BAND } from "./__fixtures__/pages.js";
import { byId, find, parsed, type Element } from "./__fixtures__/parsed.js";
import { visible } from "./escape.js";
import type { Page } from "./model.js";
import { renderPage } from "./page.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
const rendered = async (more: Partial<Page> = {}) => parsed(await renderPage(page(more), sha256));
const textOf = async (id: string, more: Partial<Page>) => byId(await rendered(more), id).text;

async function check(id: string, more: Partial<Page>, ...says: readonly (string | RegExp)[]): Promise<Element> {
  const section = byId(await rendered(more), id);
  for (const each of says)
    expect(section.text).toMatch(each instanceof RegExp ? each : new RegExp(each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return section;
}

describe("the page as a whole", () => {
  it("lets run nothing but its own script and style, by their hashes, and asks for nothing", async () => {
    const html = await rendered();
    const [style] = find(html, "style");
    const markup = await renderPage(page(), sha256);
    const inside = (tag: string) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(markup)?.[1] ?? "";
    const [policy] = find(html, "meta").filter(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes["content"]).toBe(
      `default-src 'none'; style-src 'sha256-${sha256(inside("style"))}'; script-src 'sha256-${sha256(inside("script"))}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style?.text).not.toMatch(/url\((?!#)|@import/);
    const asking = html.all.filter(({ attributes }) => ["src", "srcset", "style", "onclick"].some((name) => name in attributes));
    expect(asking).toEqual([]);
  });

  it("links to nothing that is not on it, and has no id twice", async () => {
    const html = await rendered(EVERYTHING);
    const ids = html.all.flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = find(html, "a").map(({ attributes }) => attributes["href"] ?? "");
    expect(links.filter((href) => !href.startsWith("#") || !ids.includes(href.slice(1)))).toEqual([]);
  });

  it("says what it is of, and when it was made", async () => {
    const html = await rendered();
    expect(find(html, "title")[0]?.text).toBe("shop · coverage");
    expect(find(html, "header")[0]?.text).toContain("commit bf0b049 · 2026-05-13, 12:00 UTC · measured by v8");
  });

  it("does without what is not known", async () => {
    const header = find(await rendered({ commit: null, provider: null }), "header")[0]?.text;
    expect(header).toContain("shop 2026-05-13, 12:00 UTC Theme");
  });

  it.each(["change", "trend", "domains", "mutants", "tests"])("says why there is no %s, and what would bring it", async (id) => {
    await check(id, {}, "nobody asked pnpm ask");
  });

  it("is the same for the same page", async () => expect(await renderPage(page(), sha256)).toBe(await renderPage(page(), sha256)));
});

describe("the verdict", () => {
  const low = pack("@shop/low", [file("packages/low/src/a.ts", 10, 100)]);
  const stale = { level: "error" as const, about: "coverage", code: "REPORT_STALE", message: "edited", hint: null };
  it.each<[string, Partial<Page>, string]>([
    ["where all is well", {}, "✓ Every package meets its bands"],
    ["where one package is below", { packages: [low] }, "▼ 1 of 1 packages is below a band"],
    ["where two are", { packages: [low, { ...low, name: "b" }] }, "▼ 2 of 2 packages are below a band"],
    ["where only a layer is below", { packages: [{ ...low, totals: totals(99, 100) }] }, "▼ 1 of 1 packages is below a band"],
    ["where the repository is below", { repo: { totals: totals(1, 9), band: BAND } }, "▼ Lines of the repository are below its band"],
    [
      "where both are",
      { packages: [low], repo: { totals: { ...totals(1, 9), branches: { covered: 1, total: 9, pct: 11.11 } }, band: BAND } },
      "▼ 1 of 1 packages is below a band, and branches and lines of the repository are below its band",
    ],
    ["where nothing was measured", { packages: [], repo: { totals: totals(0, 0), band: null } }, "✓ Nothing was measured"],
    [
      "where the figures are of another text",
      { notices: [stale] },
      "Every package meets its bands, as far as these figures can be trusted",
    ],
    [
      "where they are, and are bad",
      { notices: [stale], packages: [low] },
      "▼ 1 of 1 packages is below a band, as far as these figures can be trusted",
    ],
    ["where only the change could not be judged", { notices: [{ ...stale, about: "change" }] }, "✓ Every package meets its bands"],
  ])("%s", async (_sentence, more, text) => expect(await textOf("verdict", more)).toBe(text));
});

describe("the figures", () => {
  const history = { data: trend([point("2026-05-01", 90)]), missing: null };
  it.each<[string, Partial<Page>, string]>([
    ["are told against the band", {}, "Lines 95.00% ✓ 5 above band 90 95 of 100"],
    ["are told where they are at it", { repo: { totals: totals(9, 10), band: BAND } }, "Lines 90.00% ✓ at band 90 9 of 10"],
    [
      "are told where they miss it",
      { repo: { totals: totals(8999, 10_000), band: BAND } },
      "Lines 89.99% ▼ 0.01 below band 90 8\u202f999 of 10\u202f000",
    ],
    ["are free where there is none", { repo: { totals: totals(1, 2), band: null } }, "Lines 50.00% no band 1 of 2"],
    ["are no percentage of nothing", { repo: { totals: totals(0, 0), band: BAND } }, "Lines – – nothing to measure 0 of 0"],
    ["are compared with the last point", { trend: history }, "95 of 100 +5 since the last point"],
    ["may be as they were", { trend: history, repo: { totals: totals(9, 10), band: null } }, "9 of 10 as at the last point"],
    ["may have fallen", { trend: history, repo: { totals: totals(8, 10), band: null } }, "8 of 10 −10 since the last point"],
  ])("%s", async (_sentence, more, text) =>
    expect((await textOf("overview", more)).replaceAll("\u202f", " ")).toContain(text.replaceAll("\u202f", " ")),
  );

  it("are not compared with what another provider measured, nor with themselves", async () => {
    for (const each of [point("2026-05-01", 90, { provider: "istanbul" }), point("2026-05-01", 90, { source: "disk" })]) {
      expect(await textOf("overview", { trend: { data: trend([each]), missing: null } })).not.toContain("since");
    }
  });
});

describe("what speaks against the figures", () => {
  const notice = { level: "warning" as const, about: "change", code: "GUARD_OFF", message: "it is off", hint: "turn it on" };
  it("stands above them, errors first and open", async () => {
    const html = await rendered({ notices: [notice, notice, { ...notice, level: "error", code: "BASE_NOT_FOUND", hint: null }] });
    const [aside] = find(html, "aside");
    expect(aside?.text).toMatch(
      /1 error and 2 warnings .* error BASE_NOT_FOUND change it is off warning GUARD_OFF change it is off next: turn it on/,
    );
    expect(find(aside as Element, "details")[0]?.attributes).toHaveProperty("open");
  });

  it("is folded where it is warnings alone, and away where there is nothing", async () => {
    const [aside] = find(await rendered({ notices: [notice] }), "aside");
    expect(aside?.text).toContain("⚠ 1 warning about");
    expect(find(aside as Element, "details")[0]?.attributes).toEqual({});
    expect(find(await rendered(), "aside")).toEqual([]);
  });
});

const SOURCE = Array.from({ length: 30 }, (_, at) => `line(${at + 1});`).join("\n");
const A = "packages/a/src/a.ts";
const changed = (document: Parameters<typeof change>[0], sources = new Map([[A, SOURCE]])): Partial<Page> => ({
  change: { data: { document: change(document), sources }, missing: null },
});

describe("the change", () => {
  it("is told in a sentence, and by its figures", () =>
    check(
      "change",
      changed({}),
      "1 of 4 changed executable lines ran since origin/main (bbbbbbb). The gate fails.",
      "arms taken on them –",
    ));

  it.each<[string, Parameters<typeof change>[0], string]>([
    ["passes", { status: "pass" }, "✓ 1 of 4 changed executable lines ran since origin/main (bbbbbbb). The gate passes."],
    ["cannot be judged", { status: "error", base: null }, "▼ 1 of 4 changed executable lines ran. The gate cannot judge."],
    ["is nothing", { status: "pass", reason: "empty-diff" }, "✓ Nothing changed since origin/main (bbbbbbb)."],
  ])("%s", async (_sentence, document, text) => {
    await check("change", changed(document), text);
  });

  it("shows the lines around what did not run, with a mark on those", async () => {
    const section = await check("change", changed({ fileSummaries: [diffFile(A, [range(10, 11)])] }), "lines 10–11 did not run");
    const rows = find(section, "tr").map(({ text }) => text);
    expect(rows).toEqual([
      "7 line(7);",
      "8 line(8);",
      "9 line(9);",
      "10 ✕did not run line(10);",
      "11 ✕did not run line(11);",
      "12 line(12);",
      "13 line(13);",
      "14 line(14);",
    ]);
    expect(find(section, "tr", "hit")).toHaveLength(2);
  });

  it("shows ranges whose surroundings meet as one piece, each range with its words, a test and a command once", async () => {
    const test = { nearestTest: "a.test.ts" };
    const arm = {
      kind: "partial-branch" as const,
      function: { name: "f", line: 1 },
      branches: [
        { line: 2, arm: "else" },
        { line: 2, arm: "case 1" },
      ],
    };
    const ranges = [range(8, 8, { ...test, kind: "stale-coverage" }), range(2, 2, { ...arm, ...test }), range(20, 20)];
    const section = await check(
      "change",
      changed({ fileSummaries: [diffFile(A, ranges)] }),
      "line 2 an arm was never taken in f; never taken: else of line 2, case 1 of line 2",
      "line 8 was edited after its tests ran",
      /nearest test a\.test\.ts run pnpm test ▼ line 20/,
    );
    expect(find(section, "table", "code")).toHaveLength(2);
    expect(find(section, "tr", "hit").map(({ text }) => text)).toEqual([
      "2 ◐an arm was never taken line(2);",
      "8 ?edited after its tests ran line(8);",
      "20 ✕did not run line(20);",
    ]);
  });

  it("says where a piece is longer than what is shown", async () => {
    const long = new Map([[A, "x\n".repeat(200)]]);
    const section = await check("change", changed({ fileSummaries: [diffFile(A, [range(1, 150)])] }, long), "… and on to line 150");
    expect(find(section, "tr")).toHaveLength(60);
  });

  it("says where there is no source to show", () =>
    check("change", changed({ fileSummaries: [diffFile("gone.ts", [range(1, 1)])] }), "gone.ts", "The file cannot be read"));

  it("leads to the row of a file that has one", async () => {
    const files = [diffFile(A, [range(1, 1)]), diffFile("new.ts", [range(1, 1)])];
    expect(find(await check("change", changed({ fileSummaries: files })), "a").map(({ text }) => text)).toEqual([A]);
  });

  it("tells the arms of a file, and what is not judged of it", async () => {
    const armed = { ...diffFile(A, [range(1, 1)]), branches: { total: 4, taken: 1, percent: 25 }, percent: null };
    const summary = { ...change().summary, branches: armed.branches };
    await check(
      "change",
      changed({ summary, fileSummaries: [armed] }),
      "entities · its changed lines are not judged · 1 of 4 arms, band 80 %",
      "arms taken on them 1 of 4",
    );
  });

  it("leaves out what nobody would read, and says so", async () => {
    const files = [
      diffFile(
        A,
        Array.from({ length: 199 }, (_, at) => range(at + 1, at + 1)),
      ),
      diffFile("b.ts", [range(1, 1), range(2, 2)]),
      diffFile("c.ts", [range(1, 1)]),
    ];
    const section = await check("change", changed({ fileSummaries: files }), "2 more ranges left out here");
    expect(section.text).not.toContain("c.ts");
  });

  it("tells what the guard found, and what to do next", async () => {
    const finding = { kind: "test-skipped" as const, file: "a.test.ts", line: 3, detail: "it.skip", accepted: false, reason: null };
    const guard = [finding, { ...finding, line: null, accepted: true, reason: "it is slow" }];
    await check(
      "change",
      changed({ guard, nextActions: ["write a test"] }),
      "▼ fails test-skipped a.test.ts:3 it.skip",
      "✓ accepted test-skipped a.test.ts it.skip reason: it is slow",
      "What to do next write a test",
    );
  });
});

describe("the packages", () => {
  it("are told against their bands, with layers, mutants and tests", async () => {
    const low = pack("@shop/low", [file("l.ts", 1, 2)], { tests: { count: 9, failed: 1, skipped: 2, durationMs: 5 } });
    const two = {
      ...low,
      layers: [...low.layers, { name: "ui", totals: totals(1, 2), band: BAND }, { name: "ok", totals: totals(2, 2), band: BAND }],
    };
    const mutants = {
      data: { from: "", packages: [{ name: "@shop/low", score: 50, threshold: 80, counts: counts(1, 1) }], survivors: [] },
      missing: null,
    };
    const fine = { ...pack("@shop/fine", []), layers: [...two.layers.slice(2), ...two.layers.slice(2)] };
    const section = await check("packages", { packages: [two, fine, ...page().packages], mutants });
    expect(find(section, "tr").map(({ text }) => text)).toEqual([
      "package statements branches functions lines layers mutants tests",
      "@shop/low 100.00 100.00 100.00 50.00 ▼ 40 below 90 ▼ below: entities, ui 50.00 % ▼ below 80 9 ▼ 1 failed 2 skipped",
      "@shop/fine – 100.00 100.00 – ✓ all 2 met – –",
      "@shop/a 100.00 100.00 100.00 95.00 ✓ met – –",
      "repository 100.00 100.00 100.00 95.00",
    ]);
  });

  it("show how their lines went", async () => {
    const byPackage = (lines: number) => ({ "@shop/a": { ...point("2026-05-01", lines).repo, byLayer: {} } });
    const points = [
      point("2026-05-01", 50, { byPackage: byPackage(50) }),
      point("2026-05-02", 60),
      point("2026-05-03", 60, { byPackage: byPackage(60) }),
    ];
    const more = [...page().packages, pack("toString", [])];
    const section = await check("packages", { packages: more, trend: { data: trend(points), missing: null } }, "lines so far");
    expect(find(section, "svg", "spark").flatMap((each) => find(each, "path").map(({ attributes }) => attributes["d"]))).toEqual([
      "M2 18M78 2",
    ]);
  });
});

describe("the files", () => {
  it("stand under their packages, with their layers, marked where they are below", async () => {
    const files = [file("a.ts", 1, 2), file("b.ts", 1, 2, { isStale: true, exempt: "ui" }), file("c.ts", 0, 0)];
    const section = await check(
      "files",
      { packages: [pack("@shop/p", files)] },
      "3 files in 1 package",
      "@shop/p 3 files · 50.00 % of lines ▼ 1 layer below",
    );
    const [layers, table] = find(section, "table");
    expect(find(layers as Element, "tr").map(({ text }) => text)).toEqual([
      "layer statements branches functions lines lines as a bar",
      "entities 100.00 100.00 100.00 50.00 ▼ 40 below 90",
    ]);
    expect(find(table as Element, "tr").map(({ text }) => text)).toEqual([
      "file layer statements branches functions lines lines left",
      "a.ts entities 100.00 100.00 100.00 50.00 1",
      "b.ts edited since it was measured; exempt: ui entities 100.00 100.00 100.00 50.00 1",
      "c.ts entities – 100.00 100.00 – 0",
    ]);
    expect(find(section, "td", "b").map(({ text }) => text)).toEqual(["50.00"]);
    expect(find(await check("files", { packages: [pack("@shop/ok", [file("a.ts", 2, 2)])] }, "100.00 % of lines ✓"), "td", "b")).toEqual(
      [],
    );
  });
});

describe("the domains", () => {
  const domain = {
    feature: "backend",
    package: "backend",
    name: "security",
    baseline: 40,
    current: 70.5,
    target: 80,
    covered: 7,
    total: 10,
    missing: 1,
  };
  const short = {
    ...domain,
    status: "fail" as const,
    gap: 9.5,
    closers: ["a.ts", "dir/b.ts", A, "d.ts"].map((each) => ({ file: each, uncovered: 3, total: 9 })),
  };
  const reached = { ...domain, name: "episodes", status: "pass" as const, gap: 0, closers: [] };
  const nothing = { ...domain, name: "none", status: "nothing-to-measure" as const, baseline: null, current: null, gap: null, closers: [] };

  it("are told with their gaps and what closes them fastest", async () => {
    const section = await check(
      "domains",
      { domains: { data: domains([short, reached, nothing]), missing: null } },
      "1 of 3 domains below the target of lines",
    );
    expect(
      find(section, "tr")
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(
      [
        "security backend 40.00 % 70.50 % 80 % ▼ 9.5 points, 1 more to cover a.ts 3 linesb.ts 3 linesa.ts 3 lines".replaceAll(
          "lines",
          "lines ",
        ),
        "episodes backend 40.00 % 70.50 % 80 % ✓ reached",
        "none backend – – 80 % – nothing to measure",
      ].map((each) => each.trim()),
    );
    expect(find(section, "a")).toHaveLength(1);
  });

  it("are all at their targets, or none is declared", async () => {
    await check("domains", { domains: { data: domains([reached]), missing: null } }, "✓ Every one of 1 domain is at its target");
    await check("domains", { domains: { data: domains(), missing: null } }, "No manifest declares a domain of its own.");
  });
});

describe("the mutants", () => {
  const survivor = { key: "abc", package: "p", file: A, isOld: false };
  const mutant = {
    line: 3,
    mutator: "EqualityOperator",
    original: "a < b",
    replacement: "a <= b",
    status: "survived",
    hint: "test the boundary",
  };
  const shown = (survivors: readonly object[], packages: readonly object[] = []) =>
    ({ mutants: { data: { from: "the committed scores of bf0b049", packages, survivors }, missing: null } }) as unknown as Partial<Page>;

  it("are told with what was changed, and how to run them again", () =>
    check(
      "mutants",
      shown([
        { ...survivor, mutant },
        { ...survivor, file: "other.ts", isOld: true, mutant: { ...mutant, status: "noCoverage", hint: null } },
        { ...survivor, mutant: null },
      ]),
      "▼ 3 mutants that no test noticed, by the committed scores of bf0b049.",
      `${A}:3 EqualityOperator, the tests that run it pass instead of a < b this passes: a <= b test the boundary pnpm mutate --key abc`,
      "other.ts:3 EqualityOperator, no test runs it the file has changed since",
      `${A} its text is known where it was run: pnpm mutate --key abc`,
    ));

  it("are told by packages", async () => {
    const section = await check(
      "mutants",
      shown(
        [],
        [
          { name: "p", score: 50, threshold: 80, counts: counts(4, 4) },
          { name: "q", score: null, threshold: 80, counts: counts(0, 0) },
          { name: "r", score: 80, threshold: 80, counts: counts(8, 2) },
        ],
      ),
      "✓ No mutant survived",
    );
    expect(
      find(section, "tr")
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(["p ▼ 50.00 % 80 % 4 4 0", "q – – 80 % 0 0 0", "r ✓ 80.00 % 80 % 8 2 0"]);
  });

  it("are cut where they are many or long", async () => {
    const long = { ...survivor, mutant: { ...mutant, original: "x".repeat(300) } };
    const section = await check(
      "mutants",
      shown(Array.from({ length: 102 }, () => long)),
      "2 more survivors left out here",
      `${"x".repeat(240)}…`,
    );
    expect(section.text).not.toContain("x".repeat(241));
  });
});

describe("the tests", () => {
  const test = (name: string, durationMs: number | null, more = {}) => ({
    package: "p",
    file: "a.test.ts",
    name,
    durationMs,
    outcome: "passed" as const,
    ...more,
  });
  const shown = (...each: ReturnType<typeof test>[]) => ({
    tests: { data: { total: { count: 3, failed: 0, skipped: 1, durationMs: 61_500 }, each }, missing: null },
  });

  it("are told slowest first", async () => {
    const section = await check(
      "tests",
      shown(test("fast", 2), test("slow", 1_500, { outcome: "failed", file: null }), test("unknown", null)),
      "✓ 3 tests ran in 1 min 2 s",
      "0 failed, 1 skipped",
    );
    expect(
      find(section, "tr")
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(["1.5 s ▼ failed: slow p", "2 ms fast a.test.ts"]);
  });

  it("are twenty at most, and may all take no time", async () => {
    const section = await check("tests", shown(...Array.from({ length: 30 }, (_, at) => test(`t${at}`, 0))));
    expect(find(section, "tr")).toHaveLength(21);
  });

  it("are not told where no report says how long one took", () => check("tests", shown(), "No report says how long a single test took."));
});

const EVERYTHING: Partial<Page> = {
  ...changed({ fileSummaries: [diffFile(A, [range(1, 2)])] }),
  trend: { data: trend([point("2026-05-01", 80), point("2026-05-02", 90)]), missing: null },
};

/** Whatever stands anywhere is text: the page has the same elements, and says it. */
describe("a name that would be markup", () => {
  const named = (name: string): Partial<Page> => ({
    name,
    commit: name,
    provider: name,
    reports: [name],
    packages: [
      pack(name, [file(`${name}.ts`, 50, 100, { layer: name, exempt: name })], { layers: [{ name, totals: totals(1, 2), band: BAND }] }),
    ],
    ...changed(
      {
        base: { ref: name, sha: name, mergeBase: "1234567", chosenBy: name },
        fileSummaries: [
          diffFile(`${name}.ts`, [
            range(1, 1, { command: name, nearestTest: name, function: { name, line: 1 }, branches: [{ line: 1, arm: name }] }),
          ]),
        ],
        guard: [{ kind: "ignore-added", file: name, line: 1, detail: name, accepted: true, reason: name }],
        nextActions: [name],
      },
      new Map([[`${name}.ts`, `"${name}"`]]),
    ),
    trend: {
      data: trend([point("2026-05-01", 80, { subject: name, provider: name }), point("2026-05-02", 81, { subject: name, provider: name })]),
      missing: null,
    },
    domains: {
      data: domains([
        {
          feature: name,
          package: name,
          name,
          status: "fail",
          baseline: 1,
          current: 1,
          target: 2,
          gap: 1,
          covered: 1,
          total: 2,
          missing: 1,
          closers: [{ file: name, uncovered: 1, total: 2 }],
        },
      ]),
      missing: null,
    },
    mutants: {
      data: {
        from: name,
        packages: [{ name, score: 1, threshold: 2, counts: counts(1, 1) }],
        survivors: [
          {
            key: "k",
            package: name,
            file: name,
            isOld: false,
            mutant: { line: 1, mutator: name, original: name, replacement: name, status: "survived", hint: name },
          },
        ],
      },
      missing: null,
    },
    tests: {
      data: {
        total: { count: 1, failed: 0, skipped: 0, durationMs: 1 },
        each: [{ package: name, file: name, name, durationMs: 1, outcome: "passed" }],
      },
      missing: null,
    },
    notices: [{ level: "error", about: name, code: name, message: name, hint: name }],
  });
  const ours = (element: Element) =>
    element.all.filter(({ tag, attributes }) => !(attributes["class"] ?? "").startsWith("hljs-") && tag !== "text").map(({ tag }) => tag);

  async function staysText(name: string): Promise<void> {
    const html = await rendered(named(name));
    expect(ours(html)).toEqual(ours(await rendered(named("plain"))));
    const spoken = visible(name).replace(/\s+/g, " ").trim();
    for (const id of ["change", "domains", "mutants", "tests", "files", "sources"]) expect(byId(html, id).text).toContain(spoken);
  }

  it.each([
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    `"quoted' & <b>`,
    "</title></svg></table><!--",
    "`${alert(1)}`",
    "]]>&lt;&#60;",
    "\u202etxt.exe\u0000\u0007",
  ])("%s", staysText);

  it("is text, whatever it is", async () => {
    const sign = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "`",
      "$",
      "{",
      "}",
      "/",
      "-",
      "!",
      "=",
      "\\",
      "script",
      "svg",
      " ",
      "x",
      "\ud800",
      "é",
      "\u2028",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => staysText(signs.join(""))),
      { numRuns: 25 },
    );
  });
});
