import { expect, it } from "vitest";
import type { ConformanceDocument, RuleVerdict } from "../contract/conformance.js";
import { renderConformanceGithub } from "./conformance-formats.js";
import { renderHumanConformance, renderRuleList } from "./human-conformance.js";
import { painterFor } from "./painter.js";

const rule = (id: RuleVerdict["id"], more: Partial<RuleVerdict> = {}): RuleVerdict => ({
  id,
  status: "pass",
  reason: null,
  about: `${id} hold.`,
  page: `docs/guides/conformance.md#${id}`,
  findings: [],
  ...more,
});
const finding = (line: number | null, code: string | null = null) => ({
  file: "a.ts",
  line,
  message: "it is wrong: 100%",
  hint: "mend it",
  code,
});
const document = (rules: RuleVerdict[], more: Partial<ConformanceDocument> = {}): ConformanceDocument => ({
  $schema: "s",
  schemaVersion: "1.0",
  status: "pass",
  exitCode: 0,
  rules,
  nextActions: [],
  warnings: [],
  errors: [],
  ...more,
});
const FAILED = document(
  [
    rule("manifests", { status: "fail", findings: [finding(3, "MANIFEST_INVALID"), finding(null)] }),
    rule("arrows", { status: "error", reason: "dependency-cruiser could not be asked" }),
    rule("work-state", { status: "skip", reason: "there are no stories" }),
    rule("layer-globs"),
  ],
  {
    status: "fail",
    exitCode: 1,
    errors: [{ code: "CHECK_FAILED", message: "it broke", hint: "run it" }],
    warnings: [{ code: "W", message: "odd" }],
  },
);
const human = (of: ConformanceDocument) => renderHumanConformance(of, painterFor(false));

it("people read each rule in a line, and its findings with their mend", () => {
  expect(human(FAILED)).toEqual({
    exitCode: 1,
    output: `conformance fail: 1 of 4 rules hold, 1 could not be judged, 1 skipped, 2 findings
  fail  manifests    manifests hold.
    a.ts:3 MANIFEST_INVALID: it is wrong: 100%
      next: mend it
    a.ts it is wrong: 100%
      next: mend it
    why: docs/guides/conformance.md#manifests
  error arrows       dependency-cruiser could not be asked
  skip  work-state   there are no stories
  pass  layer-globs  layer-globs hold.
CHECK_FAILED: it broke
  next: run it
warning W: odd
`,
  });
});

it("people read a list as what each rule holds, and where it is explained", () => {
  expect(renderRuleList(document([rule("manifests"), rule("arrows")]))).toEqual({
    exitCode: 0,
    output:
      "manifests\n  manifests hold.\n  docs/guides/conformance.md#manifests\narrows\n  arrows hold.\n  docs/guides/conformance.md#arrows\n",
  });
});

it.each<[sentence: string, of: ConformanceDocument, head: string]>([
  ["all of them hold", document([rule("arrows")]), "conformance pass: 1 of 1 rules hold"],
  [
    "there is one finding",
    document([rule("arrows", { status: "fail", findings: [finding(1)] })], { status: "fail" }),
    "conformance fail: 0 of 1 rules hold, 1 finding",
  ],
  ["no rule was reached", document([], { status: "error" }), "conformance error"],
])("the first line says where %s", (_sentence, of, head) => expect(human(of).output.split("\n")[0]).toBe(head));

it("GitHub gets an annotation for each finding, with its line where it has one", () => {
  expect(renderConformanceGithub(FAILED)).toEqual({
    exitCode: 1,
    output: `::error title=CHECK_FAILED::it broke%0Anext: run it
::error file=a.ts,line=3,endLine=3,title=conformance%3A manifests::it is wrong: 100%25%0Anext: mend it
::error file=a.ts,title=conformance%3A manifests::it is wrong: 100%25%0Anext: mend it
`,
  });
  const many = document([rule("manifests", { findings: Array.from({ length: 12 }, () => finding(1)) })]);
  expect(renderConformanceGithub(many).output).toContain("\n::warning title=conformance::2 more: the summary of this run lists them\n");
});
