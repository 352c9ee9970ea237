import { describe, expect, it } from "vitest";
import type { MutateDocument } from "../contract/mutate.js";
import { documentOf, mutantAt, packageOf, survivorAt } from "../mutation/__fixtures__/mutants.js";
import { plannedOf } from "../mutation/survivor-of.js";
import { asRepoPath } from "../path/repo-path.js";
import { renderHumanMutate } from "./human-mutate.js";
import { painterFor } from "./painter.js";

function check(more: Partial<MutateDocument>, lines: string[]): void {
  const document = documentOf(more);
  expect(renderHumanMutate(document, painterFor(false))).toEqual({ output: `${lines.join("\n")}\n`, exitCode: document.exitCode });
}

const HEAD = "               score  required    killed   timeout  survived uncovered      open";

describe("a run, for people", () => {
  it("has a table, the survivors, what drifted, and what to do", () => {
    check(
      {
        status: "fail",
        exitCode: 1,
        packages: [
          packageOf("@repo/a", { killed: 2, timeout: 1, survived: 1, noCoverage: 1, inconclusive: 1 }, { drift: -2.39 }),
          packageOf("@repo/bb", { killed: 10 }, { drift: 1.5 }),
          packageOf("@repo/c", { killed: 9, notRun: 2 }, { drift: 0 }),
          packageOf("@repo/d", {}),
        ],
        survivors: [
          survivorAt("22:7-37", {
            symbol: "f",
            original: "a >= b",
            replacement: "a > b",
            coveredBy: [{ file: "t", test: "1" }],
            verified: true,
          }),
          survivorAt("1:1-2", { status: "noCoverage", original: "1\n2\r\n3", replacement: "{}", verified: false }),
          survivorAt("2:1-2", {
            original: "1\n2\n3\n4\n5",
            replacement: "{}",
            coveredBy: [1, 2].map((each) => ({ file: "t", test: String(each) })),
          }),
        ],
        inconclusive: [survivorAt("3:1-2", { reason: "too slow" }), survivorAt("4:1-2")],
        drifts: [
          { scope: "package", name: "@repo/a", kind: "score-dropped", from: 90, to: 80.5, survivors: [] },
          { scope: "file", name: "a.ts", kind: "new-survivor", from: 90, to: null, survivors: ["k", "l"] },
          { scope: "file", name: "b.ts", kind: "score-dropped", from: 90, to: null, survivors: [] },
          { scope: "file", name: "b.ts", kind: "new-survivor", from: 90, to: 80, survivors: ["k"] },
        ],
        nextActions: ["do this"],
        warnings: [{ code: "W", message: "mind" }],
      },
      [
        "mutate fail: 23 mutants ran, 3 survivors",
        HEAD,
        "  @repo/a      60.00     80.00         2         1         1         1         1  fail, between 50 and 66.66, -2.39 since the committed scores",
        "  @repo/bb    100.00     80.00        10         0         0         0         0  +1.5 since the committed scores",
        "  @repo/c     100.00     80.00         9         0         0         0         2  partial, between 81.81 and 100",
        "  @repo/d          –     80.00         0         0         0         0         0  nothing-to-do",
        "  a.ts:22:7 (f) ConditionalExpression survived, and in plain vitest too",
        "    - a >= b",
        "    + a > b",
        "    run by 1 test",
        "    assert it; in a.test.ts",
        "    pnpm mutate --key 22:7-37",
        "  a.ts:1:1 ConditionalExpression no test runs it, but plain vitest notices it",
        "    - 1",
        "    - 2",
        "    - 3",
        "    + {}",
        "    assert it; in a.test.ts",
        "    pnpm mutate --key 1:1-2",
        "  a.ts:2:1 ConditionalExpression survived",
        "    - 1",
        "    - 2",
        "    - 3",
        "    - … 2 more",
        "    + {}",
        "    run by 2 tests",
        "    assert it; in a.test.ts",
        "    pnpm mutate --key 2:1-2",
        "  a.ts:3:1 ConditionalExpression inconclusive (too slow)",
        "    - x",
        "    + true",
        "    assert it; in a.test.ts",
        "    pnpm mutate --key 3:1-2",
        "  a.ts:4:1 ConditionalExpression inconclusive (no reason is known)",
        "    - x",
        "    + true",
        "    assert it; in a.test.ts",
        "    pnpm mutate --key 4:1-2",
        "  drift: the score of package @repo/a fell from 90.00 to 80.50",
        "  drift: a.ts did not change and has 2 new survivors: k, l",
        "  drift: the score of file b.ts fell from 90.00 to –",
        "  drift: b.ts did not change and has 1 new survivor: k",
        "warning W: mind",
        "next:",
        "  do this",
      ],
    );
  });

  const base = { ref: "origin/main", sha: "1".repeat(40), mergeBase: "2".repeat(40), chosenBy: "flag" };
  it.each<[string, Partial<MutateDocument>, string[]]>([
    ["that had nothing to do has no table", { status: "nothing-to-do" }, ["mutate nothing-to-do"]],
    [
      "of one mutant counts it",
      { packages: [packageOf("@repo/bb", { killed: 1 })] },
      ["mutate pass: 1 mutant ran, 0 survivors", HEAD, "  @repo/bb    100.00     80.00         1         0         0         0         0"],
    ],
    [
      "of a change's shard says so",
      { base, shard: { index: 1, count: 2, plan: "p", mutants: 0 } },
      ["mutate pass since origin/main (2222222), shard 1/2"],
    ],
    [
      "that only plans lists what it would run",
      {
        plan: [
          plannedOf("p", mutantAt("3:4-5", { file: asRepoPath("b.ts"), symbol: "f", key: "k" })),
          plannedOf("p", mutantAt("5:1-2", { original: "a\nb", key: "l" })),
        ],
      },
      [
        "mutate pass: 2 mutants to run",
        "  b.ts:3:4 (f): ConditionalExpression x → true k",
        "  a.ts:5:1: ConditionalExpression a … → true l",
      ],
    ],
    [
      "that proves a test says what it saw",
      { proof: { key: "k", test: "a.test.ts", original: "green", mutant: "red" } },
      ["mutate pass", "  a.test.ts: green on the original, red on mutant k"],
    ],
    [
      "that failed says why, and what to do",
      { status: "error", exitCode: 3, errors: [{ code: "X", message: "m", hint: "do y" }] },
      ["mutate error", "X: m", "  next: do y"],
    ],
  ])("%s", (_sentence, more, lines) => check(more, lines));

  it("has a colour for each verdict", () => {
    const heads = (["pass", "fail", "partial", "error", "nothing-to-do"] as const).map(
      (status) => renderHumanMutate(documentOf({ status }), painterFor(true)).output,
    );
    const colours: [string, number][] = [
      ["pass", 32],
      ["fail", 31],
      ["partial", 33],
      ["error", 31],
      ["nothing-to-do", 32],
    ];
    expect(heads).toEqual(colours.map(([word, colour]) => `mutate \u001b[${String(colour)}m${word}\u001b[39m\n`));
  });

  it("has colours for what lives, what is open, and what drifted", () => {
    const { output } = renderHumanMutate(
      documentOf({
        packages: [packageOf("@repo/a", { survived: 1 })],
        survivors: [survivorAt("1:1-2")],
        inconclusive: [survivorAt("2:1-2")],
        drifts: [{ scope: "file", name: "b.ts", kind: "new-survivor", from: 90, to: 80, survivors: ["k"] }],
      }),
      painterFor(true),
    );
    for (const part of [
      "  \u001b[31mfail\u001b[39m\n",
      "\u001b[1ma.ts:1:1\u001b[22m ConditionalExpression \u001b[31msurvived\u001b[39m",
      "\u001b[33minconclusive (no reason is known)\u001b[39m",
      "\u001b[31mdrift\u001b[39m: b.ts",
    ]) {
      expect(output).toContain(part);
    }
  });
});
