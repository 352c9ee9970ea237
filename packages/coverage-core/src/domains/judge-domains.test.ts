import { describe, expect, it } from "vitest";
import type { Metric } from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest } from "@repo/core-shared/conformance/feature";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy, type PackageFacts } from "../policy/file-policy.js";
import { declaredDomains } from "./declared-domains.js";
import { domainActions, judgeDomains, type JudgedDomain } from "./judge-domains.js";

const BAND = { statements: 80, branches: 80, functions: 80, lines: 80 };

function packageOf(
  name: string,
  coverage: Omit<FeatureManifest["coverage"], "bands">,
  bands: Readonly<Record<string, typeof BAND>>,
): PackageFacts {
  const manifest = { name, coverage: { ...coverage, bands: { baseline: BAND, ...bands } } };
  return { name: `@x/${name}`, folder: asRepoPath(`packages/${name}`), manifest, manifestFile: null };
}

const LAYERS = { rules: ["src/rules/**"], plain: ["src/plain/**"] };
const own = packageOf("own", { layers: LAYERS, exempt: ["src/rules/made.py"] }, { rules: { ...BAND, lines: 100 } });
const usual = packageOf("usual", {}, { entities: BAND });
const bare: PackageFacts = { ...usual, name: "@x/bare", folder: asRepoPath("packages/bare"), manifest: null };

describe("domains are", () => {
  it.each<[string, PackageFacts[], string[]]>([
    ["the layers that a manifest declares, with or without a band of their own", [own], ["own/rules 100", "own/plain 80"]],
    ["else the default layers that have a band of their own", [usual], ["usual/entities 80"]],
    ["none of a package without a manifest", [bare], []],
    ["none of a manifest with a baseline alone", [packageOf("low", {}, {})], []],
    ["those of every package in order", [usual, own], ["usual/entities 80", "own/rules 100", "own/plain 80"]],
  ])("%s", (_sentence, packages, expected) => {
    expect(declaredDomains(packages).map(({ feature, name, target }) => `${feature}/${name} ${target.lines}`)).toEqual(expected);
  });
});

/** Files as `path covered/total`. */
interface Known {
  readonly files: readonly string[];
  readonly gone?: readonly string[];
  readonly stale?: readonly string[];
  readonly unmeasured?: readonly string[];
  readonly metric?: Metric;
}

function judge({ files, gone = [], stale = [], unmeasured = [], metric = "lines" }: Known): JudgedDomain[] {
  const policyOf = createPolicy([own, usual], null);
  const domains = declaredDomains([own]);
  return judgeDomains({
    domains,
    metric,
    files: files.map((text) => {
      const [, file = "", covered, total] = /^(\S+) (\d+)\/(\d+)$/.exec(text) ?? [];
      const lines = { covered: Number(covered), total: Number(total) };
      const none = { covered: 0, total: 0 };
      return { file, policy: policyOf(asRepoPath(file)), counts: { statements: lines, branches: none, functions: none, lines } };
    }),
    gone: new Set(gone),
    stale: new Set(stale),
    unmeasured: new Map(domains.slice(0, 1).map((domain) => [domain, unmeasured])),
    baselineOf: ({ name }) => (name === "rules" ? 12 : null),
    limit: 5,
  });
}

const A = "packages/own/src/rules/a.py";
const B = "packages/own/src/rules/b.py";

describe("each domain has the files", () => {
  it.each<[string, string[], string[]]>([
    [
      "of its layer in its package",
      [`${A} 1/4`, "packages/own/src/plain/p.py 3/3", "packages/own/src/x.py 0/9"],
      ["rules 1/4 12", "plain 3/3 null"],
    ],
    ["but none of another package", [`${A} 1/4`, "packages/usual/src/rules/a.py 3/3"], ["rules 1/4 12", "plain 0/0 null"]],
    ["but none that is exempt", [`${A} 1/4`, "packages/own/src/rules/made.py 0/9"], ["rules 1/4 12", "plain 0/0 null"]],
  ])("%s", (_sentence, files, expected) => {
    const shown = judge({ files }).map(({ figures: { name, covered, total, baseline } }) => `${name} ${covered}/${total} ${baseline}`);
    expect(shown).toEqual(expected);
  });
});

describe("figures cannot be relied on", () => {
  it.each<[string, Known, string[]]>([
    ["not where all is well", { files: [`${A} 1/4`] }, []],
    [
      "where a file is gone",
      { files: [`${A} 1/4`], gone: [A], stale: [A] },
      [`REPORT_STALE own/rules: the report speaks of what is not there: ${A}`],
    ],
    [
      "where a file was edited",
      { files: [`${A} 1/4`], stale: [A, "x.py"] },
      [`REPORT_STALE own/rules: the report was made from another text: ${A}`],
    ],
    [
      "where more files than are named were edited",
      {
        files: ["1", "2", "3", "4", "5"].map((name) => `packages/own/src/rules/${name}.py 1/1`),
        stale: ["1", "2", "3", "4", "5"].map((name) => `packages/own/src/rules/${name}.py`),
      },
      [
        "REPORT_STALE own/rules: the report was made from another text: packages/own/src/rules/1.py, packages/own/src/rules/2.py, packages/own/src/rules/3.py and 2 more",
      ],
    ],
    [
      "where a source is in no report",
      { files: [`${A} 1/4`], unmeasured: [B] },
      [`DOMAIN_UNMEASURED own/rules: 1 source file is in no report: ${B}`],
    ],
    [
      "where no source is in a report",
      { files: [], unmeasured: [A, B] },
      [`DOMAIN_UNMEASURED own/rules: 2 source files are in no report: ${A}, ${B}`],
    ],
    [
      "where no report of the package has the metric",
      { files: [`${A} 1/4`], metric: "branches" },
      [`METRIC_UNMEASURED own/rules: no report counts branches of @x/own: ${A}`],
    ],
    ["not where there is no code to have it", { files: [`${A} 0/0`], metric: "branches" }, []],
  ])("%s", (_sentence, known, expected) => {
    expect(judge(known).flatMap(({ problems }) => problems.map(({ code, message }) => `${code} ${message}`))).toEqual(expected);
  });

  it("and each fault has the command that mends it", () => {
    const hints = (known: Known) => judge(known).flatMap(({ problems }) => problems.map(({ hint }) => hint));
    const run =
      "cd packages/own && python3 -m pytest --cov --cov-context=test --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info";
    expect(hints({ files: [`${A} 1/4`], stale: [A] })).toEqual([run]);
    expect(hints({ files: [], unmeasured: [A] })).toEqual([
      `${run}; let the report list files that no test loads, too (vitest: coverage.include; coverage.py: source)`,
    ]);
    expect(hints({ files: [`${A} 1/4`], metric: "functions" })).toEqual([`${run}; or ask for another --metric`]);
  });
});

describe("the next steps", () => {
  it("are what to cover in each domain, and then how to measure it, once", () => {
    const judged = judge({ files: [`${A} 0/4`, "packages/own/src/plain/p.py 0/5"] });
    expect(domainActions(judged, "lines")).toEqual([
      `cover 4 more lines in own/rules, first in ${A}`,
      "cover 4 more lines in own/plain, first in packages/own/src/plain/p.py",
      "then: cd packages/own && python3 -m pytest --cov --cov-context=test --junitxml=coverage/junit.xml && python3 -m coverage lcov -o coverage/lcov.info",
    ]);
  });

  it("are none where all targets are reached", () => {
    expect(domainActions(judge({ files: [`${A} 4/4`] }), "lines")).toEqual([]);
  });
});
