import { describe, expect, it } from "vitest";
import { readReportBytes } from "./read-report.js";
import { classOf, cloverOf, coberturaOf, istanbulFile, jacocoOf, llvmOf, read, shortOf } from "./__fixtures__/short-of.js";

/** A report's files in their short form, and the codes of its notices. */
async function check(text: string, expected: readonly string[], notices: readonly string[] = []): Promise<void> {
  const { report, notices: said } = await read(text);
  expect(shortOf(report.files)).toEqual(expected);
  expect(said).toEqual(notices);
}

type Row = [string, string, string[], string[]?];

describe("Cobertura is read", () => {
  it.each<Row>([
    [
      "with arms that are counted, not named",
      coberturaOf(classOf("a.cs", '<line number="1" hits="2" branch="true" condition-coverage="50% (1/2)"/>')),
      ["a.cs", "1×2", "1/0/0×1", "1/0/1×0"],
    ],
    [
      "with arms of a line that never ran as never reached",
      coberturaOf(classOf("a.cs", '<line number="1" hits="0" branch="True" condition-coverage="0 % ( 0 / 2 )"/>')),
      ["a.cs", "1×0", "1/0/0×null", "1/0/1×null"],
    ],
    [
      "with a percentage without arms",
      coberturaOf(classOf("a.cs", '<line number="1" hits="1" branch="true" condition-coverage="100%"/>')),
      ["a.cs", "1×1"],
    ],
    [
      "with arms only where it says branch",
      coberturaOf(classOf("a.cs", '<line number="1" hits="1" condition-coverage="100% (2/2)"/>')),
      ["a.cs", "1×1"],
    ],
    [
      "with the lines of a class, not again those of its methods",
      coberturaOf(
        classOf(
          "a.cs",
          '<line number="2" hits="3"/>',
          '<methods><method name="&lt;init&gt;"><lines><line number="3" hits="0"/><line number="2" hits="3"/></lines></method></methods>',
        ),
      ),
      ["a.cs", "2×3", "<init>@2×3"],
    ],
    [
      "with the lines of methods where the class has none",
      coberturaOf(
        '<class name="C" filename="a.cs"><methods><method name="f" hits="7"><lines><line number="2" hits="0"/></lines></method></methods></class>',
      ),
      ["a.cs", "2×0", "f@2×7"],
    ],
    [
      "with a method by the first of its lines that ran, and without one that has no line",
      coberturaOf(
        classOf(
          "a.cs",
          "",
          '<methods><method name="f"><lines><line number="2" hits="0"/><line number="3" hits="5"/></lines></method><method name="g"><lines/></method><method name="h"><lines><line number="9" hits="0"/></lines></method></methods>',
        ),
      ),
      ["a.cs", "f@2×5", "h@9×0"],
    ],
    [
      "with several classes of one file, each with arms of its own on a line that they share",
      coberturaOf(
        ["(1/2)", "(0/1)"]
          .map((arms) => classOf("a.cs", `<line number="4" hits="1" branch="true" condition-coverage="0% ${arms}"/>`))
          .join(""),
      ),
      ["a.cs", "4×2", "4/0/0×1", "4/0/1×0", "4/1/0×0"],
    ],
    [
      "with line 0",
      coberturaOf(classOf("a.cs", '<line number="0" hits="1"/><line number="1" hits="1"/>')),
      ["a.cs", "0×1", "1×1"],
      ["LINE_ZERO"],
    ],
    [
      "with a word about arms that are on no line",
      coberturaOf(classOf("a.cs", '<line number="1" hits="1"/>'), ' branches-valid="3"'),
      ["a.cs", "1×1"],
      ["BRANCHES_WITHOUT_LINE"],
    ],
    [
      "with characters that XML writes by name or number, and no others",
      `<!DOCTYPE coverage [<!ENTITY x "y">]>${coberturaOf(classOf("&quot;&#65;&#x42;&apos;&amp;&AMP;&x;&#x999999;", '<line number="1" hits="1"/>')).slice(22)}`,
      ["\"AB'&&AMP;&x;&#x999999;", "1×1"],
    ],
  ])("%s", (_sentence, text, expected, notices) => check(text, expected, notices));

  it.each<[string, string[], string, object]>([
    [
      "of the one file whose rate has them",
      ['0.5" (1/2)', '1"'],
      'branches-valid="3" branches-covered="2"',
      { "1.ts": { branches: { covered: 1, total: 1 } } },
    ],
    [
      "of the one file whose rate has them, beside others that have arms on lines",
      ['0.3333" (1/2)', '0.5" (1/2)'],
      'branches-valid="5" branches-covered="2"',
      { "0.ts": { branches: { covered: 1, total: 3 } } },
    ],
    ["of no file where two would do", ['1"', '1"'], 'branches-valid="1" branches-covered="1"', {}],
    ["of no file where another has a rate that its lines do not have", ['0.9" (1/2)', '1"'], 'branches-valid="3" branches-covered="2"', {}],
    ["of no file that says no rate", ['" (1/2)'], 'branches-valid="3" branches-covered="1"', {}],
    ["of no file where fewer were taken than on lines", ['0" (1/2)'], 'branches-valid="3" branches-covered="0"', {}],
    ["of no file where more were taken than there are", ['1.3333" (1/2)'], 'branches-valid="3" branches-covered="4"', {}],
  ])("with arms that are on no line, and counts them as %s", async (_sentence, files, sums, stated) => {
    const classes = files.map((each, index) => {
      const [rate = "", arms] = each.split(" ");
      const line = arms === undefined ? "" : `<line number="1" hits="1" branch="true" condition-coverage="50% ${arms}"/>`;
      return classOf(`${String(index)}.ts`, line).replace("<class ", rate === '"' ? "<class " : `<class branch-rate="${rate} `);
    });
    const { report, notices } = await read(coberturaOf(classes.join(""), ` ${sums}`));
    expect(Object.fromEntries(report.stated)).toEqual(stated);
    expect(notices).toEqual(["BRANCHES_WITHOUT_LINE"]);
  });

  it("with arms of several classes of a file, whose rates tell nothing of it", async () => {
    const classes = ["a", "b"].map((name) => classOf("a.ts", "", "", name).replace("<class ", '<class branch-rate="1" '));
    const { report } = await read(coberturaOf(classes.join(""), ' branches-valid="1" branches-covered="1"'));
    expect([...report.stated]).toEqual([]);
  });

  it("with its sources, but not the flag that Cobertura writes among them", async () => {
    const sources = "<sources><source>--source</source><source>\n /ci/src \n</source><source/><source x='1'/></sources>";
    const { report } = await read(coberturaOf(classOf("a.cs", ""), "", sources));
    expect(report.roots).toEqual(["/ci/src"]);
  });
});

describe("JaCoCo is read", () => {
  const method = (name: string, covered: string) => `<method name="${name}" line="3"><counter type="LINE" covered="9"/>${covered}</method>`;
  it.each<Row>([
    [
      "with lines that ran once or never, and arms that are counted, not named",
      jacocoOf(
        '<package name="org/x"><sourcefile name="A.java"><line nr="1" mi="2" ci="0" mb="2" cb="0"/><line nr="2" mi="1" ci="4" mb="1" cb="1"/><line nr="3" ci="9"/></sourcefile></package>',
      ),
      ["org/x/A.java", "1×0", "2×1", "3×1", "1/0/0×null", "1/0/1×null", "2/0/0×1", "2/0/1×0"],
    ],
    [
      "with methods under the names of their classes",
      jacocoOf(
        `<package name="org/x"><class name="org/x/A$B" sourcefilename="A.java">${method("f", '<counter type="METHOD" missed="0" covered="1"/>')}${method("g", "")}<method name="h"/></class><class name="org/x/C" sourcefilename="C.java">${method("f", "")}</class><sourcefile name="A.java"/></package>`,
      ),
      ["org/x/A.java", "A$B.h@0×0", "A$B.f@3×1", "A$B.g@3×0"],
      ["LINE_ZERO"],
    ],
    [
      "with classes of old reports, which do not say their file",
      jacocoOf(`<package name=""><class name="A$1">${method("f", "")}</class><sourcefile name="A.kt"/></package>`),
      ["A.kt", "A$1.f@3×0"],
    ],
    [
      "with the groups of a build of several modules",
      jacocoOf('<group name="app"><group name="core"><package name="x"><sourcefile name="A.java"/></package></group></group>'),
      ["app/core/x/A.java"],
    ],
    [
      "with line 0",
      jacocoOf('<package name="x"><sourcefile name="A.java"><line nr="0"/></sourcefile></package>'),
      ["x/A.java", "0×0"],
      ["LINE_ZERO"],
    ],
  ])("%s", (_sentence, text, expected, notices) => check(text, expected, notices));
});

describe("Clover is read", () => {
  it.each<Row>([
    [
      "of PHPUnit, with methods and statements",
      cloverOf(
        '<package name="p"><file name="/a.php"><line num="1" type="method" name="f" count="2"/><line num="2" type="stmt" count="3"/></file></package>',
      ),
      ["/a.php", "2×3", "f@1×2"],
    ],
    [
      "of OpenClover, whose conditions say how often they were true and false",
      cloverOf(
        '<file name="A.java" path="/x/A.java"><line num="1" type="method" signature="f() : void" count="0"/><line num="2" type="stmt" count="5"/><line num="2" type="cond" truecount="5" falsecount="0"/><line num="2" type="cond" truecount="1" falsecount="4"/><line num="3" type="cond" truecount="0" falsecount="0"/></file>',
      ),
      ["/x/A.java", "2×5", "3×0", "f() : void@1×0", "2/0/0×5", "2/0/1×0", "2/1/0×1", "2/1/1×4", "3/0/0×null", "3/0/1×null"],
    ],
    [
      "of istanbul, whose conditions say how many arms were taken",
      cloverOf('<file name="a.ts"><line num="2" type="cond" count="5" truecount="1" falsecount="2"/></file>'),
      ["a.ts", "2×5", "2/0/0×1", "2/0/1×0", "2/0/2×0"],
    ],
    [
      "with a word about arms that are on no line",
      cloverOf('<file name="a.ts"><line num="1" type="stmt" count="1"/></file>', '<metrics conditionals="2"/>'),
      ["a.ts", "1×1"],
      ["BRANCHES_WITHOUT_LINE"],
    ],
    ["with line 0", cloverOf('<file name="a.ts"><line num="0" type="stmt" count="1"/></file>'), ["a.ts", "0×1"], ["LINE_ZERO"]],
    [
      "with a function without a name",
      cloverOf('<file name="a.ts"><line num="1" type="method" count="1"/></file>'),
      ["a.ts", "(anonymous)@1×1"],
    ],
  ])("%s", (_sentence, text, expected, notices) => check(text, expected, notices));
});

describe("what Clover counts without saying where", () => {
  const metrics = (counts: string) => `<metrics statements="1" coveredstatements="1" ${counts}/>`;
  it.each<[string, string, object, string[]]>([
    [
      "is kept as counts: istanbul's functions, and its arms on lines that cannot run",
      `<line num="1" type="cond" count="1" truecount="1" falsecount="0"/>${metrics('conditionals="3" coveredconditionals="2" methods="2" coveredmethods="1"')}`,
      { branches: { covered: 2, total: 3 }, functions: { covered: 1, total: 2 } },
      ["BRANCHES_WITHOUT_LINE", "FUNCTIONS_WITHOUT_LINE"],
    ],
    [
      "is nothing where each arm and each function has its line",
      `<line num="1" type="method" name="f" count="1"/><line num="2" type="cond" truecount="1" falsecount="0"/>${metrics('conditionals="2" coveredconditionals="2" methods="5" coveredmethods="5"')}`,
      {},
      [],
    ],
    [
      "is never more covered than there is",
      metrics('methods="1" coveredmethods="9"'),
      { functions: { covered: 1, total: 1 } },
      ["FUNCTIONS_WITHOUT_LINE"],
    ],
    ["is nothing without metrics", '<line num="1" type="stmt" count="1"/>', {}, []],
  ])("%s", async (_sentence, inside, stated, notices) => {
    const { report, notices: said } = await read(cloverOf(`<file name="a.ts">${inside}</file>`));
    expect(report.stated.get("a.ts")).toEqual(stated);
    expect(said).toEqual(notices);
  });

  it("is told apart from what is of no file, which is lost", async () => {
    const notices: string[] = [];
    const file = `<file name="a.ts">${metrics('conditionals="2"')}</file>`;
    await readReportBytes(Buffer.from(cloverOf(file, '<metrics conditionals="5"/>')), "r", ({ message }) => notices.push(message));
    expect(notices).toEqual([
      "r: arms of branches on no line: 2; they count in the sums while no other report has their file, and are not in the merged lcov",
      "r: arms of branches on no line: 3; the report does not say of which file, so they are left out",
    ]);
  });
});

describe("istanbul's coverage-final.json is read", () => {
  it("as its lcov says it, with its statements", async () => {
    const { report, notices } = await read(JSON.stringify({ "/a.ts": istanbulFile("/a.ts") }));
    expect(shortOf(report.files)).toEqual([
      "/a.ts",
      "1×4",
      "3×0",
      "f@2×2",
      "(anonymous_1)@4×0",
      "old@5×0",
      "0/9/0×1",
      "3/7/0×0",
      "3/7/1×3",
      "5/8/0×1",
    ]);
    expect([...report.stated]).toMatchObject([["/a.ts", { statements: { covered: 2, total: 3 } }]]);
    expect([notices, report.provider, report.percentCovered]).toEqual([["LINE_ZERO"], "istanbul", null]);
  });

  it("with what is on no line at line 0, and with 0 for what has no count", () => {
    const file = {
      path: "/a.ts",
      statementMap: { 0: { start: { line: 0 } }, 1: { start: { line: 1 } } },
      fnMap: { 0: {}, 1: { name: "f", line: 1 } },
      branchMap: { 0: { line: 1 } },
      s: { 0: 1, 1: 1 },
      f: {},
      b: {},
    };
    return check(JSON.stringify({ "/a.ts": file }), ["/a.ts", "0×1", "1×1", "(anonymous_0)@0×0", "f@1×0"], ["LINE_ZERO", "LINE_ZERO"]);
  });

  it.each<[string, object, string]>([
    ["istanbul's own where its instrumenter has signed it, whatever else it says", { _coverageSchema: "1a1c01bb", all: true }, "istanbul"],
    ["istanbul's own without the signature, as vitest hands it on", {}, "istanbul"],
    ["v8's by the word of v8-to-istanbul", { all: false }, "v8"],
    ["v8's by the word of ast-v8-to-istanbul", { meta: { lastBranch: 0 } }, "v8"],
  ])("as %s", async (_sentence, more, provider) => {
    const text = JSON.stringify({ "/a.ts": { ...istanbulFile("/a.ts"), ...more } }, null, 1);
    expect((await read(text)).report.provider).toBe(provider);
  });
});

describe("coverage.py's JSON is read", () => {
  const file = {
    executed_lines: [1, 4],
    missing_lines: [2, 3],
    executed_branches: [[1, 4]],
    missing_branches: [
      [1, 2],
      [2, -1],
    ],
    functions: {
      "": { executed_lines: [1], missing_lines: [], start_line: 1 },
      f: { executed_lines: [4], missing_lines: [3], start_line: 2 },
      old: { executed_lines: [], missing_lines: [] },
    },
  };
  const text = JSON.stringify({ meta: {}, files: { "a.py": file }, totals: {} });

  it("with lines and arms apart, arms by where they lead, and functions whose place is known", () =>
    check(text, ["a.py", "1×1", "2×0", "3×0", "4×1", "f@2-4×1", "1/0/jump to line 2×0", "1/0/jump to line 4×1", "2/0/exit×null"]));

  it("and its own mixed figure", async () => {
    const { report } = await read(text);
    expect([report.format, report.provider, report.percentCovered]).toEqual(["coverage-py", "coverage-py", 42.85]);
  });

  describe("with its own figures", () => {
    const own = { covered_lines: 1, num_statements: 3, covered_branches: 1, num_branches: 2 };

    it.each<[string, object, unknown, number, number]>([
      ["for statements and branches", own, { statements: { covered: 1, total: 3 }, branches: { covered: 1, total: 2 } }, 1, 40],
      [
        "for statements alone, where it measured no branch",
        { ...own, num_branches: undefined },
        { statements: { covered: 1, total: 3 } },
        1,
        33.33,
      ],
      [
        "for statements alone, where more arms were taken than there are",
        { ...own, covered_branches: 3 },
        { statements: { covered: 1, total: 3 } },
        1,
        33.33,
      ],
      [
        "for statements alone, where less than no arm was taken",
        { ...own, covered_branches: -1 },
        { statements: { covered: 1, total: 3 } },
        1,
        33.33,
      ],
      ["which count all that ran", { covered_lines: 2, num_statements: 4 }, { statements: { covered: 2, total: 4 } }, 0, 42.85],
      ["but not, where other lines are missing", { ...own, num_statements: 4 }, undefined, 0, 42.85],
      ["but not, where more ran than is listed", { covered_lines: 3, num_statements: 5 }, undefined, 0, 42.85],
      ["but not, where less than nothing ran", { covered_lines: -1, num_statements: 1 }, undefined, 0, 42.85],
    ])("%s", async (_sentence, summary, stated, uncounted, percent) => {
      const { report } = await read(JSON.stringify({ meta: {}, files: { "a.py": { ...file, summary } }, totals: {} }));
      expect([report.stated.get("a.py"), report.uncounted.get("a.py") ?? 0]).toEqual([stated, uncounted]);
      expect(report.percentCovered).toBe(percent);
    });
  });

  it("without functions, and with what is on no line at line 0", () =>
    check(
      JSON.stringify({
        files: { "a.py": { executed_lines: [0, 1], missing_lines: [], executed_branches: [[0, 1]], missing_branches: [] } },
        totals: {},
      }),
      ["a.py", "0×1", "1×1", "0/0/jump to line 1×1"],
      ["LINE_ZERO", "LINE_ZERO"],
    ));

  it("also as Cobertura, which only its comment tells apart", async () => {
    const xml = coberturaOf(classOf("a.py", '<line number="1" hits="1" branch="true" condition-coverage="50% (1/2)"/>'));
    const { report } = await read(
      xml.replace("<packages>", "<!-- Generated by coverage.py: https://coverage.readthedocs.io --><packages>"),
    );
    expect([report.format, report.percentCovered]).toEqual(["coverage-py", 66.66]);
    expect((await read(xml)).report.percentCovered).toBeNull();
    expect((await read(xml, "coverage-py")).report.percentCovered).toBe(66.66);
  });
});

describe("a Go coverprofile is read", () => {
  it.each<Row>([
    [
      "by the sum of the blocks that touch a line",
      "mode: count\nm/a.go:1.20,3.2 2 4\nm/a.go:3.3,4.2 1 0\n",
      ["m/a.go", "1×4", "2×4", "3×4", "4×0"],
    ],
    ["with a block said twice as one, by sum", "mode: atomic\nm/a.go:1.1,1.9 1 4\nm/a.go:1.1,1.9 1 3\n", ["m/a.go", "1×7"]],
    [
      "with a block said twice as one that ran, where only that is counted",
      "mode: set\nm/a.go:1.1,1.9 1 1\nm/a.go:1.1,1.9 1 1\n",
      ["m/a.go", "1×1"],
    ],
    ["without blocks that hold no statement", "mode: set\nm/a.go:1.1,1.9 0 0\nm/a.go:2.1,2.9 1 0\n", ["m/a.go", "2×0"]],
    [
      "of several profiles behind one another, in CRLF, from Windows",
      "mode: set\r\nC:\\m\\a.go:1.1,1.9 1 1\r\n\r\nmode: set\r\nb.go:1.1,1.9 1 0\r\n",
      ["C:\\m\\a.go", "1×1", "b.go", "1×0"],
    ],
  ])("%s", (_sentence, text, expected) => check(text, expected));

  it("with line 0", () => check("mode: set\na.go:0.1,1.9 1 1\n", ["a.go", "0×1", "1×1"], ["LINE_ZERO"]));

  it("with its statements", async () => {
    const { report } = await read("mode: set\na.go:1.1,1.9 2 1\na.go:2.1,2.9 3 0\na.go:1.1,1.9 2 0\n");
    expect([...report.stated]).toEqual([["a.go", { statements: { covered: 2, total: 5 } }]]);
  });
});

describe("a SimpleCov resultset is read", () => {
  const resultset = (...coverage: object[]) =>
    JSON.stringify(Object.fromEntries(coverage.map((each, index) => [`c${String(index)}`, { coverage: each, timestamp: 1 }])));
  it.each<Row>([
    ["with lines that cannot run left out", resultset({ "/a.rb": { lines: [null, 2, 0] } }), ["/a.rb", "2×2", "3×0"]],
    ["of the old form", resultset({ "/a.rb": [1, null] }), ["/a.rb", "1×1"]],
    ["with commands added up", resultset({ "/a.rb": { lines: [1, 0] } }, { "/a.rb": { lines: [2, 0] } }), ["/a.rb", "1×3", "2×0"]],
    [
      "with branches and methods",
      resultset({
        "/a.rb": {
          lines: [1, 0, 1],
          branches: {
            "[:if, 0, 1, 4, 1, 9]": { "[:then, 1, 1, 4, 1, 5]": 2, "[:else, 2, 1, 6, 1, 7]": 0 },
            "[:case, 3, 2, 4, 3, 9]": { "[:when, 4, 2, 4, 2, 5]": 0 },
            "[:while, 5, 0, 0, 0, 0]": { "[:body, 6, 0, 0, 0, 0]": 0 },
          },
          methods: { '["Shop::Cart", :price, 1, 2, 3, 5]': 4, "[Shop, :at_zero, 0, 0, 0, 0]": 1, "[Shop, :open, 2, 0, 3, 0]": 0 },
        },
      }),
      [
        "/a.rb",
        "1×1",
        "2×0",
        "3×1",
        "Shop#at_zero@0-0×1",
        "Shop::Cart#price@1-3×4",
        "Shop#open@2-3×0",
        "0/5/0×0",
        "1/0/0×2",
        "1/0/1×0",
        "2/3/0×null",
      ],
      ["LINE_ZERO", "LINE_ZERO", "LINE_ZERO"],
    ],
    ["without lines", resultset({ "/a.rb": { lines: null } }), ["/a.rb"]],
  ])("%s", (_sentence, text, expected, notices) => check(text, expected, notices));
});

describe("llvm-cov's export is read", () => {
  const segments = (...each: unknown[][]) => llvmOf([{ filename: "a.rs", segments: each }]);
  it.each<Row>([
    ["with every line of a region", segments([1, 1, 5, true, true, false], [3, 2, 0, false, false, false]), ["a.rs", "1×5", "2×5", "3×5"]],
    [
      "with the highest count of the regions that begin on a line, and of the one around it",
      segments([1, 1, 2, true, true, false], [2, 5, 9, true, true, false], [2, 9, 2, true, false, false], [4, 1, 0, false, false, false]),
      ["a.rs", "1×2", "2×9", "3×2", "4×2"],
    ],
    [
      "with a region inside that did not run",
      segments([1, 1, 2, true, true, false], [2, 5, 0, true, true, false], [3, 9, 2, true, false, false], [4, 1, 0, false, false, false]),
      ["a.rs", "1×2", "2×2", "3×0", "4×2"],
    ],
    [
      "without lines that the compiler skipped",
      segments([1, 1, 2, true, true], [2, 1, 0, false, true], [3, 1, 2, true, false], [4, 1, 0, false, false]),
      ["a.rs", "1×2", "4×2"],
    ],
    ["with a gap as no region of its own", segments([1, 1, 7, true, true, true], [1, 5, 0, false, false, false]), ["a.rs", "1×0"]],
    [
      "without lines between two functions",
      segments([1, 1, 1, true, true, false], [1, 9, 0, false, false, false], [4, 1, 0, true, true, false], [4, 9, 0, false, false, false]),
      ["a.rs", "1×1", "4×0"],
    ],
    [
      "with functions and arms, numbered through on a line",
      llvmOf(
        [
          {
            filename: "a.rs",
            segments: [],
            branches: [
              [2, 1, 2, 9, 3, 0, 0, 0, 4],
              [2, 11, 2, 19, 0, 0, 0, 0, 4],
              [0, 1, 0, 2, 1, 1],
            ],
          },
        ],
        [
          { name: "f", count: 3, filenames: ["a.rs"], regions: [[1, 1, 4, 2, 3, 0, 0, 0]] },
          { name: "of another file", count: 1, filenames: ["b.rs"], regions: [[1, 1, 1, 2]] },
          { name: "without a place", count: 1, filenames: ["a.rs"], regions: [] },
          { name: "of no file", count: 1, filenames: [], regions: [] },
        ],
      ),
      ["a.rs", "without a place@0×1", "f@1-4×3", "0/0/0×1", "0/0/1×1", "2/0/0×3", "2/0/1×0", "2/1/2×null", "2/1/3×null"],
      ["LINE_ZERO", "LINE_ZERO"],
    ],
    [
      "without functions",
      JSON.stringify({ data: [{ files: [{ filename: "a.rs", segments: [[0, 1, 1, true, true]] }] }], type: "llvm.coverage.json.export" }),
      ["a.rs", "0×1"],
      ["LINE_ZERO"],
    ],
  ])("%s", (_sentence, text, expected, notices) => check(text, expected, notices));
});
