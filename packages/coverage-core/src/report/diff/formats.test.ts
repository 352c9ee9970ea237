/** Every format: what it says of a document, and that it is what its schema asks for. */
import { Ajv } from "ajv";
import AjvDraft04 from "ajv-draft-04";
import { XMLParser } from "fast-xml-parser";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { BROKEN, EVERYTHING, HOSTILE, failedDiffDocument, fileOf, rangeOf } from "../__fixtures__/diff-documents.js";
import type { CoverageDiffDocument, Deltas } from "../../contract/coverage-diff.js";
import { COVERAGE_METRICS } from "../../contract/names.js";
import { parseXml } from "../../formats/xml.js";
import { emptyDocument } from "../diff-document.js";
import { bridged, findingsOf, type Finding } from "./findings.js";
import { renderDiffCobertura } from "./cobertura.js";
import { renderGithub } from "./github.js";
import { renderGitlab } from "./gitlab.js";
import { renderJunit } from "./junit.js";
import { renderMarkdown } from "./markdown.js";
import { renderRdjson } from "./rdjson.js";
import { renderSarif } from "./sarif.js";

const PASSED: CoverageDiffDocument = { ...emptyDocument(0, []), status: "pass", reason: "empty-diff" };
const MANY = failedDiffDocument({
  fileSummaries: Array.from({ length: 6_000 }, (_, index) => fileOf(`src/${index}.ts`, [rangeOf(1, 2, { snippet: "x".repeat(50) })])),
});
const DOCUMENTS: [string, CoverageDiffDocument][] = [
  ["a change without fault", PASSED],
  ["a finding of each kind", EVERYTHING],
  ["a report that is missing", BROKEN],
  ["hundreds of gaps", { ...MANY, fileSummaries: MANY.fileSummaries.slice(0, 400) }],
];

/** Reviewdog's rdjson, from the comments of proto/rdf/reviewdog.proto in github.com/reviewdog/reviewdog. */
const POSITION = {
  type: "object",
  additionalProperties: false,
  required: ["line"],
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
};
const RANGE = { type: "object", additionalProperties: false, required: ["start"], properties: { start: POSITION, end: POSITION } };
const SEVERITY = { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] };
const RDJSON = {
  type: "object",
  additionalProperties: false,
  required: ["diagnostics"],
  properties: {
    source: { type: "object", required: ["name"], properties: { name: { type: "string" }, url: { type: "string" } } },
    severity: SEVERITY,
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["message", "location"],
        properties: {
          message: { type: "string", minLength: 1 },
          location: {
            type: "object",
            additionalProperties: false,
            required: ["path"],
            properties: { path: { type: "string", minLength: 1 }, range: RANGE },
          },
          severity: SEVERITY,
          source: { type: "object" },
          code: {
            type: "object",
            additionalProperties: false,
            required: ["value"],
            properties: { value: { type: "string" }, url: { type: "string" } },
          },
          original_output: { type: "string" },
        },
      },
    },
  },
};

/** GitLab's code quality report, from docs.gitlab.com, "Code Quality report format". */
const GITLAB = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string" },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./)" },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
};

const SARIF = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true });
const VALIDATORS = {
  sarif: new AjvDraft04.default({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(SARIF),
  gitlab: ajv.compile(GITLAB),
  rdjson: ajv.compile(RDJSON),
};
const RENDERERS = { sarif: renderSarif, gitlab: renderGitlab, rdjson: renderRdjson };

describe.each(["sarif", "gitlab", "rdjson"] as const)("%s", (name) => {
  it.each(DOCUMENTS)("is what its schema asks for, of %s", (_, document) => {
    const { output, exitCode } = RENDERERS[name](document);
    VALIDATORS[name](JSON.parse(output));
    expect([VALIDATORS[name].errors, exitCode]).toEqual([null, document.exitCode]);
  });

  it("never passes for a change without fault where nothing could be judged", () => {
    expect(RENDERERS[name](BROKEN).output).toContain("REPORT_MISSING");
  });
});

it("the schemas refuse what is none", () => {
  expect([VALIDATORS.sarif({ version: "2.1.0" }), VALIDATORS.gitlab([{}]), VALIDATORS.rdjson({ diagnostics: [{}] })]).toEqual([
    false,
    false,
    false,
  ]);
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly partialFingerprints: object;
        readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
      }[];
    },
  ];
}

const sarifOf = (document: CoverageDiffDocument) => (JSON.parse(renderSarif(document).output) as Sarif).runs[0].results;

it("SARIF has a result a finding, with names that stay when lines move", () => {
  const results = sarifOf(EVERYTHING);
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ["uncovered", "error"],
    ["partial-branch", "error"],
    ["no-coverage-data", "error"],
    ["lost-coverage", "error"],
    ["stale-coverage", "error"],
    ["ignore-added", "error"],
    ["test-deleted", "error"],
    ["exempt-widened", "note"],
    ["unasserted", "error"],
  ]);
  expect(decodeURIComponent(results[3]?.locations[0]?.physicalLocation.artifactLocation.uri ?? "")).toBe(HOSTILE);
  const at = (line: number) =>
    sarifOf(failedDiffDocument({ fileSummaries: [fileOf("a.ts", [rangeOf(line, line), rangeOf(line + 9, line + 9)])] }));
  const names = (line: number) => at(line).map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
  expect([names(1), new Set(names(1)).size]).toEqual([names(5), 2]);
});

it("SARIF has 5,000 results at most, and says how many more there are", () => {
  expect([sarifOf(MANY).length, renderSarif(MANY).output.includes("1000 more results")]).toEqual([5_000, true]);
});

function annotations(document: CoverageDiffDocument): string[] {
  return renderGithub(document).output.split("\n").slice(0, -1);
}

describe("github", () => {
  it("says nothing of a change without fault", () => {
    expect(renderGithub(PASSED)).toEqual({ output: "", exitCode: 0 });
  });

  it("escapes what its commands would take for their own", () => {
    const { file } = fileOf(HOSTILE, []);
    const [line] = annotations(failedDiffDocument({ fileSummaries: [fileOf(file, [rangeOf(2, 3, { command: "a%\nb" })])] }));
    expect(line).toBe(
      '::error file=src/<img src=x onerror=alert(1)> "a"%2C b%3Ac %25 `d` | #e & ]]>.ts,line=2,endLine=3,title=coverage%3A uncovered::these lines did not run under test%0Anext: a%25%0Ab',
    );
  });

  it("tells a fault, a place without a line, and nothing that a reason lets pass", () => {
    expect(annotations(BROKEN)).toEqual(["::error title=REPORT_MISSING::there is no report,%0Anone: 100 %25%0Anext: pnpm test --coverage"]);
    const all = annotations(EVERYTHING);
    expect(all).toContain("::error file=src/a.test.ts,title=coverage%3A test-deleted::a.test.ts was deleted");
    expect(all.join("\n")).not.toContain("exempt-widened");
  });

  it.each<[string, number, number, string[]]>([
    ["ten, and nothing else", 10, 0, []],
    ["ten, and how many more there are", 13, 0, ["::warning title=coverage%3Adiff::3 more: the summary of this run lists them"]],
    ["also those that --limit left out", 2, 5, ["::warning title=coverage%3Adiff::5 more: the summary of this run lists them"]],
  ])("shows %s", (_, files, left, more) => {
    const fileSummaries = Array.from({ length: files }, (_each, index) => fileOf(`${index}.ts`, [rangeOf(1, 1)]));
    const lines = annotations(failedDiffDocument({ fileSummaries, truncated: left === 0 ? null : { shown: files, total: files + left } }));
    expect([lines.filter((line) => line.startsWith("::error")).length, lines.filter((line) => !line.startsWith("::error"))]).toEqual([
      Math.min(10, files),
      more,
    ]);
  });

  it.each<[string, [number, number][], string[]]>([
    [
      "three lines between them",
      [
        [1, 1],
        [5, 6],
      ],
      ["line=1,endLine=6"],
    ],
    [
      "four lines between them",
      [
        [1, 1],
        [6, 6],
      ],
      ["line=1,endLine=1", "line=6,endLine=6"],
    ],
    [
      "one behind the other",
      [
        [1, 1],
        [3, 3],
        [5, 5],
      ],
      ["line=1,endLine=5"],
    ],
  ])("tells of gaps with %s", (_, places, expected) => {
    const lines = annotations(
      failedDiffDocument({
        fileSummaries: [
          fileOf(
            "a.ts",
            places.map(([start, end]) => rangeOf(start, end)),
          ),
        ],
      }),
    );
    expect(lines.map((line) => /line=\d+,endLine=\d+/.exec(line)?.[0])).toEqual(expected);
  });

  it("keeps gaps of two kinds, or of two functions' messages, apart or tells both", () => {
    const arm = (line: number, name: string) => rangeOf(line, line, { kind: "partial-branch", branches: [{ line, arm: name }] });
    const lines = annotations(failedDiffDocument({ fileSummaries: [fileOf("a.ts", [rangeOf(1, 1), arm(2, "if"), arm(3, "else")])] }));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("line=2,endLine=3,title=coverage%3A partial-branch::never taken: if; never taken: else");
  });
});

it("bridging loses no line and joins nothing that is further apart", () => {
  const finding = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom("uncovered", "partial-branch"))
    .map(([start, length, rule]): Finding => ({
      rule: rule,
      level: "error",
      file: "a.ts",
      lines: { start, end: start + length },
      message: "m",
      command: null,
    }));
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      const ordered = [...findings].sort((a, b) => (a.lines?.start ?? 0) - (b.lines?.start ?? 0));
      const joined = bridged(ordered, 3);
      return ordered.every(({ rule, lines }) =>
        joined.some(
          (each) => each.rule === rule && (each.lines?.start ?? 0) <= (lines?.start ?? 0) && (each.lines?.end ?? 0) >= (lines?.end ?? 0),
        ),
      );
    }),
  );
});

describe("markdown", () => {
  it("has a table of what fails, what to do, and a part for each file", () => {
    const { output } = renderMarkdown(EVERYTHING);
    expect(output).toMatch(/^### `coverage:diff fail: 2 of 4 changed executable lines ran \(50 %\)[^\n]*`\n\n\| file/);
    expect(output).toContain("| `src/a.ts` | 2 of 4 | 50 | 1 of 2 | fail |");
    expect(output).toMatch(/^\| ``src\/<img .* \\\| .*`` \| 2 of 4 \|/m);
    expect(output).not.toContain("src/good.ts");
    expect(output).toContain("1. `test src/a.ts:3 | now`");
    expect(output).toContain("<details><summary><code>src/a.ts</code>: 4 to mend</summary>");
    expect(output).toContain("- lines 3–5 **uncovered**: these lines did not run under test in pay");
    expect(output).toContain("Line 3:\n\n````text\n```\nreturn 1;\n````");
    expect(output).toContain("- line 3 **exempt-widened** (accepted): /\\* v8 ignore next \\*/ was added -- it starts processes");
    expect(output).toContain("- **test-deleted**: a.test.ts was deleted");
  });

  const repo = (pcts: readonly (readonly [number | null, number | null, number | null])[]): Deltas["figures"] =>
    pcts.map(([from, to, points], at) => ({
      name: null,
      metric: COVERAGE_METRICS[at] ?? "lines",
      from: figure(from),
      to: figure(to),
      points,
    }));
  const figure = (pct: number | null) => ({ covered: 1, total: 2, pct });
  const moved = (name: string, more: Partial<Deltas["figures"][number]> = {}): Deltas["figures"][number] => ({
    ...{ name, metric: "lines", from: figure(50), to: figure(60), points: 10 },
    ...more,
  });

  it.each<[string, Deltas, readonly string[]]>([
    [
      "every metric of the repository, and what moved of a package",
      {
        base: { measured: "abc1234", ahead: 2 },
        missing: null,
        figures: [
          ...repo([
            [98, 97.5, -0.5],
            [50, 50.25, 0.25],
            [100, 100, 0],
            [null, 40, null],
          ]),
          moved("@a/b|c"),
        ],
      },
      [
        "The whole repository beside `abc1234`, 2 commits before the base:",
        "",
        "| | base | now | |",
        "| --- | ---: | ---: | ---: |",
        "| statements | 98 | 97.5 | −0.5 |",
        "| branches | 50 | 50.25 | +0.25 |",
        "| functions | 100 | 100 | 0 |",
        "| lines | – | 40 | – |",
        "| `@a/b\\|c` lines | 50 | 60 | +10 |",
        "",
      ],
    ],
    [
      "a package that came, and one that went",
      {
        base: { measured: "abc1234", ahead: 1 },
        missing: null,
        figures: [moved("new", { from: null, points: null }), moved("old", { to: null, points: null })],
      },
      [
        "The whole repository beside `abc1234`, 1 commit before the base:",
        "| `new` lines | – | 60 | new |",
        "| `old` lines | 50 | – | gone |",
      ],
    ],
    [
      "a base that was measured itself",
      { base: { measured: "abc1234", ahead: 0 }, missing: null, figures: [] },
      ["beside `abc1234`, which is the base:"],
    ],
    [
      "a summary of a commit that is not before the base",
      { base: { measured: "abc1234", ahead: null }, missing: null, figures: [] },
      ["beside `abc1234`, which is not among the commits before the base:"],
    ],
    [
      "why nothing is compared, and what to do",
      { base: null, missing: { why: "there is *no* summary", next: "pnpm coverage:aggregate" }, figures: [] },
      ["Not compared with the base: there is \\*no\\* summary.", "Next: `pnpm coverage:aggregate`"],
    ],
    [
      "how many packages more have moved",
      { base: { measured: "abc1234", ahead: 0 }, missing: null, figures: Array.from({ length: 52 }, (_, at) => moved(`p${at}`)) },
      ["| `p49` lines | 50 | 60 | +10 |", "| … 2 more | | | |"],
    ],
  ])("tells of the whole repository %s", (_sentence, deltas, lines) => {
    const shown = renderMarkdown({ ...EVERYTHING, deltas }).output.split("\n");
    const told = lines.filter((line) => !shown.some((each) => each === line || (line.startsWith("beside") && each.endsWith(line))));
    expect(told).toEqual([]);
    expect(renderMarkdown({ ...EVERYTHING, deltas: null }).output).not.toContain("whole repository");
  });

  it("shows code that begins or ends with a tick", () => {
    const { output } = renderMarkdown(failedDiffDocument({ nextActions: ["`a", "b`"] }));
    expect(output).toContain("1. `` `a ``\n1. `` b` ``");
  });

  it("lets no text be markup, a mention or a link", () => {
    const { output } = renderMarkdown(EVERYTHING);
    expect(output.replaceAll(/(`+).+?\1/g, "")).not.toContain("<img");
    expect(output).toContain("- FRESHNESS_UNKNOWN: nobody @<!-- -->knows \\*this\\* &lt;b&gt;");
  });

  it("tells a fault and its mend", () => {
    expect(renderMarkdown(BROKEN).output).toContain("**REPORT_MISSING**: there is no report, none: 100 %\n\nNext: `pnpm test --coverage`");
  });

  it.each<[string, CoverageDiffDocument]>([...DOCUMENTS, ["thousands of gaps", MANY]])(
    "fits into a comment, and leaves 500 characters of it, of %s",
    (_, document) => {
      expect(renderMarkdown(document).output.length).toBeLessThanOrEqual(65_035);
    },
  );

  it("counts what does not fit", () => {
    expect(renderMarkdown(MANY).output).toMatch(/\n\n\d{4} more files: the JSON of coverage:diff has them all\.\n$/);
    expect(renderMarkdown(MANY).output).toContain("| … 5950 more | | | | |");
  });
});

interface Junit {
  readonly testsuites: { readonly testsuite: { readonly testcase: readonly Record<string, unknown>[] } & Record<string, unknown> };
}

describe("junit", () => {
  it.each(DOCUMENTS)("is well-formed, and its sums are those of its cases, of %s", (_, document) => {
    const { output } = renderJunit(document);
    expect(() => parseXml(output, "junit.xml")).not.toThrow();
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => name === "testcase" }).parse(
      output,
    ) as Junit;
    const { testsuite } = parsed.testsuites;
    const cases = (testsuite as Partial<Junit["testsuites"]["testsuite"]>).testcase ?? [];
    const count = (key: string) => String(cases.filter((each) => key in each).length);
    expect([testsuite["tests"], testsuite["failures"], testsuite["errors"]]).toEqual([
      String(cases.length),
      count("failure"),
      count("error"),
    ]);
  });

  it("names files as they are, also those that XML has no place for", () => {
    const file = `a\u0000\u{1F600}${HOSTILE}`;
    const { output } = renderJunit(failedDiffDocument({ fileSummaries: [fileOf(file, [rangeOf(1, 2)])] }));
    const { testsuites } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      isArray: (name) => name === "testcase",
    }).parse(output) as Junit;
    expect(testsuites.testsuite.testcase[0]).toMatchObject({
      name: file.replace("\u0000", "\uFFFD"),
      failure: { type: "uncovered", "#text": "1-2 uncovered: these lines did not run under test; next: pnpm test --coverage" },
    });
  });
});

interface Cobertura {
  readonly coverage: Record<string, unknown> & {
    readonly packages: { readonly package?: readonly { readonly classes: { readonly class: readonly CoberturaClass[] } }[] };
  };
}

interface CoberturaClass {
  readonly filename: string;
  readonly lines: { readonly line: readonly Record<string, string>[] };
}

/** Rate and sums of the whole, then each file's lines as `number:hits condition`. */
async function cobertura(document: CoverageDiffDocument): Promise<{ readonly whole: unknown[]; readonly files: Record<string, string> }> {
  const { output, exitCode } = await renderDiffCobertura(document, 1_700_000_000_000);
  expect(exitCode).toBe(document.exitCode);
  expect(() => parseXml(output, "cobertura.xml")).not.toThrow();
  const isArray = (name: string) => ["package", "class", "line"].includes(name);
  const { coverage } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray }).parse(output) as Cobertura;
  const classes = (coverage.packages.package ?? []).flatMap((each) => each.classes.class);
  const lineText = (line: Record<string, string>) => `${line["number"]}:${line["hits"]} ${line["condition-coverage"] ?? ""}`.trim();
  return {
    whole: [
      coverage["line-rate"],
      coverage["lines-covered"],
      coverage["lines-valid"],
      coverage["branches-covered"],
      coverage["branches-valid"],
    ],
    files: Object.fromEntries(classes.map(({ filename, lines }) => [filename, lines.line.map(lineText).join(", ")])),
  };
}

describe("cobertura", () => {
  const line = (number: number, hits: number, [taken, total] = [0, 0]) => ({ line: number, hits, branches: { taken, total } });

  it("has the changed lines with their hits and arms, and no other", async () => {
    const fileSummaries = [
      fileOf("src/a.ts", [rangeOf(9, 9)], { lines: [line(2, 12, [1, 3]), line(9, 0), line(10, 1, [2, 2])] }),
      fileOf(HOSTILE, [], { lines: [line(1, 3)] }),
      fileOf("src/types.ts", [], { lines: [] }),
    ];
    expect(await cobertura(failedDiffDocument({ fileSummaries }))).toEqual({
      whole: ["0.75", "3", "4", "3", "5"],
      files: { "src/a.ts": "2:12 33% (1/3), 9:0, 10:1 100% (2/2)", [HOSTILE]: "1:3" },
    });
  });

  it("has gaps of lines that did not change, or that no report speaks of, as lines that never ran", async () => {
    const { files } = await cobertura(EVERYTHING);
    expect(files).toEqual({ [HOSTILE]: "2:0, 4:0" });
  });

  it("is no full coverage where nothing could be judged, and names the fault", async () => {
    expect(await cobertura(BROKEN)).toEqual({ whole: ["0", "0", "0", "0", "0"], files: {} });
    const fault = { code: "X", message: "a -- b", hint: "run --\u0001x-" };
    expect((await renderDiffCobertura({ ...BROKEN, errors: [fault] }, 0)).output).toMatch(
      /<!-- X: a - - b; next: run - -\uFFFDx- {2}-->\n$/,
    );
    expect((await cobertura(PASSED)).whole[0]).toBe("1");
  });
});

it("findings are in the order of the document", () => {
  expect(findingsOf(EVERYTHING).map(({ rule, lines }) => [rule, lines?.start ?? null])).toEqual([
    ["uncovered", 3],
    ["partial-branch", 9],
    ["no-coverage-data", 1],
    ["lost-coverage", 2],
    ["stale-coverage", 4],
    ["ignore-added", 7],
    ["test-deleted", null],
    ["exempt-widened", 3],
    ["unasserted", 8],
  ]);
});
