import { describe, expect, it } from "vitest";
import { pointOf } from "./__fixtures__/points.js";
import { featureOfPackage, nameDomains, type Domain } from "./name-domains.js";
import { parseHistory } from "./parse-history.js";
import { entryOfPoint, pointOfEntry } from "./plain-points.js";

const summaryOf = (commit: string, day: number) => {
  const { repo } = pointOf(day, [1, 2]);
  return JSON.stringify({
    schemaVersion: "1.0",
    generatedAt: `2026-01-0${day}T00:00:00.000Z`,
    commit,
    provider: "v8",
    repo,
    byPackage: {},
  });
};
const DOMAINS: Domain[] = [
  { name: "governance", package: "@repo/backend", layer: "governance" },
  { name: "auth-entities", package: "@repo/auth", layer: "entities" },
];
const read = (text: string) => parseHistory(text, "h.jsonl", DOMAINS);

describe("summaries, one a line", () => {
  it.each<[string, string, string[], string[]]>([
    ["are points, oldest first", `${summaryOf("b", 2)}\n${summaryOf("a", 1)}\n`, ["a", "b"], []],
    ["may be none", "\n", [], []],
    ["may stand twice", [summaryOf("a", 1), summaryOf("b", 2), summaryOf("a", 1)].join("\n"), ["a", "b"], []],
    ["may end with carriage returns", `${summaryOf("a", 1)}\r\n\r\n${summaryOf("b", 2)}\r\n`, ["a", "b"], []],
    ["may be one, on many lines", JSON.stringify(JSON.parse(summaryOf("a", 1)), null, 2), ["a"], []],
    ["may begin with a byte order mark", `\uFEFF${summaryOf("a", 1)}\n`, ["a"], []],
    [
      "are left out where they cannot be read, with place and commit",
      `${summaryOf("a", 1)}\n\n${summaryOf("b", 2).slice(0, -9)}\n{}`,
      ["a"],
      ["h.jsonl:3 (commit b): it is no JSON", "h.jsonl:4: it has no schemaVersion"],
    ],
  ])("%s", (_sentence, text, commits, messages) => {
    const { points, notices } = read(text);
    expect(points.map(({ commit, measured, source, subject }) => [commit, measured, source, subject])).toEqual(
      commits.map((each) => [each, each, "file", null]),
    );
    expect(notices).toEqual(messages.map((message) => ({ code: "SNAPSHOT_UNREADABLE", message })));
  });
});

describe("a plain history", () => {
  const text = (...entries: object[]) => JSON.stringify({ coverage_history: entries });

  it("is points of lines alone, its domains layers where they are known, else packages", () => {
    const entry = {
      date: "2026-01-02",
      commit: "abc1234",
      overall_percent: 80,
      governance_percent: 70,
      web_percent: 60,
      odd_percent: "x",
      test_count: 9,
    };
    const bare = (pct: number | null) => ({ covered: null, total: null, pct });
    const none = { statements: bare(null), branches: bare(null), functions: bare(null), lines: bare(null) };
    expect(read(text(entry)).points).toEqual([
      {
        commit: "abc1234",
        subject: null,
        measured: "abc1234",
        at: "2026-01-02T00:00:00.000Z",
        provider: "unknown",
        source: "file",
        repo: { ...none, lines: bare(80) },
        tests: { count: 9, durationMs: null },
        byPackage: {
          "@repo/backend": { ...none, byLayer: { governance: { ...none, lines: bare(70) } } },
          web: { ...none, lines: bare(60), byLayer: {} },
        },
      },
    ]);
  });

  it("names the date where an entry names no commit", () => {
    expect(read(text({ date: "2026-01-02", overall_percent: null })).points).toMatchObject([
      { commit: null, measured: "2026-01-02", repo: { lines: { pct: null } } },
    ]);
  });

  it("leaves out entries that are none", () => {
    const { points, notices } = read(text({ date: "2026-01-02", overall_percent: 1 }, { date: "x", overall_percent: 1 }));
    expect([points.length, notices]).toEqual([
      1,
      [{ code: "SNAPSHOT_UNREADABLE", message: 'h.jsonl: coverage_history[1].date is no date: "x"' }],
    ]);
  });

  it("comes back from points as it was", () => {
    const entries = [
      { date: "2026-01-01", overall_percent: 79, "auth-entities_percent": 100 },
      { date: "2026-01-02", commit: "abc1234", overall_percent: null, governance_percent: 70, test_count: 9, provider: "v8" },
    ];
    expect(entries.map((entry) => entryOfPoint(pointOfEntry(entry, DOMAINS), DOMAINS))).toEqual(entries);
  });
});

it.each<[string, string, string]>([
  ["no line of which is a summary", "hello\nworld", "h.jsonl:1: it is no JSON"],
  ["no entry of which can be read", '{"coverage_history": [1]}', "h.jsonl: coverage_history[0] is no object"],
  ["whose entries are no list", '{"coverage_history": 1}', "h.jsonl: coverage_history is no list"],
])("a file %s is no history", (_sentence, text, message) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: "HISTORY_MALFORMED", message, exitCode: 3 }));
});

describe("an entry of a point", () => {
  it("has the lines of each layer that has any, the measured commit, and the day", () => {
    const point = pointOf(3, [1, 2], { "@repo/auth": [1, 1], "@repo/auth:x": [1, 1] });
    const { byPackage } = point;
    const layers = {
      entities: { ...point.repo, lines: { covered: 3, total: 4, pct: 75 } },
      empty: { ...point.repo, lines: { covered: 0, total: 0, pct: null } },
    };
    const filled = { ...point, byPackage: { ...byPackage, "@repo/auth": { ...point.repo, byLayer: layers } } };
    const domains = [
      ...DOMAINS,
      { name: "empty", package: "@repo/auth", layer: "empty" },
      { name: "absent", package: "@repo/auth", layer: "absent" },
    ];
    expect(entryOfPoint(filled, domains)).toEqual({
      date: "2026-01-03",
      commit: "00000a3",
      overall_percent: 50,
      "auth-entities_percent": 75,
      provider: "v8",
    });
  });
});

describe("a domain is called", () => {
  const of = (name: string, feature: string, layer: string, isDeclared = true) => ({ package: name, feature, layer, isDeclared });

  it.each<[string, ReturnType<typeof of>[], string[]]>([
    ["as its layer, where one package has it", [of("@a/x", "x", "core"), of("@a/y", "y", "web")], ["core", "web"]],
    ["as feature and layer, where several have it", [of("@a/x", "x", "core"), of("@a/y", "y", "core")], ["x-core", "y-core"]],
    [
      "as package and layer, where features share a name too",
      [of("@a/x", "x", "core"), of("@b/x", "x", "core")],
      ["@a/x-core", "@b/x-core"],
    ],
    ["as its layer, where no other manifest has it", [of("@a/x", "x", "core"), of("@a/y", "y", "core", false)], ["core", "y-core"]],
    ["as its layer, where nobody declares it and nobody else has it", [of("@a/x", "x", "core", false)], ["core"]],
    ["as feature and layer, where its layer means the repository", [of("@a/x", "x", "overall")], ["x-overall"]],
  ])("%s", (_sentence, layers, names) => {
    expect(nameDomains(layers).map(({ name }) => name)).toEqual(names);
  });

  it("after its package, where it has no manifest", () => {
    expect(["@repo/auth", "bandline"].map(featureOfPackage)).toEqual(["auth", "bandline"]);
  });
});
