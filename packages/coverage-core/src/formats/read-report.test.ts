import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import { GOOD, classOf, coberturaOf, istanbulFile, llvmOf, read, shortOf } from "./__fixtures__/short-of.js";
import { isOtherReport } from "./detect-format.js";
import { REPORT_FORMATS, type OtherFormat } from "./model.js";
import { readReportBytes } from "./read-report.js";

const FORMATS = REPORT_FORMATS.filter((format) => format !== "lcov");

describe.each(FORMATS)("a report of %s", (format) => {
  it("is recognised by its content, as it is and behind a byte order mark and blank lines", async () => {
    for (const text of [
      GOOD[format],
      `\ufeff${format === "go-coverprofile" || GOOD[format].startsWith("<?") ? "" : "\n "}${GOOD[format]}`,
    ]) {
      expect(isOtherReport(Buffer.from(text))).toBe(true);
      expect((await read(text)).report.format).toBe(format);
    }
  });

  it("is read by its name", async () => {
    expect((await read(GOOD[format], format)).report.format).toBe(format);
  });

  it("is refused under another's name, with its place", async () => {
    for (const other of FORMATS) {
      const isSame = other === format || (format === "cobertura" && other === "coverage-py");
      if (!isSame) await refused(GOOD[format], /^REPORT_(UNKNOWN r:1: expected|MALFORMED r: expected)/, other);
    }
  });

  it("that is cut off is refused, or has lost nothing but blanks and whole rows", async () => {
    const whole = shortOf((await read(GOOD[format])).report.files);
    for (let end = 0; end < GOOD[format].length; end += 1) {
      const outcome = await outcomeOf(GOOD[format].slice(0, end));
      if (outcome !== JSON.stringify(whole)) expect(outcome).toMatch(/^REPORT_(EMPTY|TRUNCATED|MALFORMED|UNKNOWN) r/);
    }
  });
});

/** The files that are read, or the error. Any other error than ours is thrown on. */
async function outcomeOf(text: string | Uint8Array, formatIn?: OtherFormat): Promise<string> {
  try {
    const { files } = await readReportBytes(typeof text === "string" ? Buffer.from(text) : text, "r", () => {}, formatIn);
    return JSON.stringify(shortOf(files));
  } catch (error) {
    if (!(error instanceof BandlineError) || error.exitCode !== 3) throw error;
    return `${error.code} ${error.message}`;
  }
}

async function refused(text: string | Uint8Array, expected: RegExp | string, formatIn?: OtherFormat): Promise<void> {
  const outcome = await outcomeOf(text, formatIn);
  if (typeof expected === "string") expect(outcome).toBe(expected);
  else expect(outcome).toMatch(expected);
}

const oneLine = (line: string) => coberturaOf(classOf("a.cs", line));
const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n";
const llvmFile = (segments: unknown) => llvmOf([{ filename: "a.rs", segments }]);
const rspec = (file: object) => JSON.stringify({ RSpec: { coverage: { "a.rb": file } } });

describe("what cannot be used is refused, with its place and what was expected", () => {
  it.each<[string, string, string | RegExp, OtherFormat?]>([
    ["an empty file", "", "REPORT_EMPTY r is empty"],
    ["a file of blanks", " \n\t", "REPORT_EMPTY r is empty"],
    ["a pointer to Git LFS", POINTER, "REPORT_UNKNOWN r:1: a Git LFS pointer stands where the report should be", "jacoco"],
    ["a log", "starting…\n", /^REPORT_UNKNOWN r:1: expected a report in one of the formats lcov, .*, received "starting…\\n"$/],
    ["a page of a proxy", "<html><body>502</body></html>", /^REPORT_UNKNOWN r:1: expected .*, received <html>$/],
    ["an XML report of something else", '<report name="x"/>', /^REPORT_UNKNOWN r:1: expected .*, received <report>$/],
    ["a Cobertura without packages", "<coverage/>", /^REPORT_UNKNOWN r:1: expected .*, received <coverage>$/],
    ["an empty object", " {}", "REPORT_EMPTY r speaks of no file"],
    ["a JSON of something else", '{"name":"x"}', /^REPORT_UNKNOWN r:1: expected .*, received "{\\"name\\":\\"x\\"}"$/],
    ["istanbul's files inside of something else", '{"report":{"a.js":{"s":{"0":1},"statementMap":{}}},"result":{}}', /^REPORT_UNKNOWN /],
    ["a JSON of objects that are something else", '{"scripts":{"test":"x"}}', /^REPORT_UNKNOWN /],
    ["a JSON report of no file", '{"files":{},"totals":{}}', "REPORT_EMPTY r speaks of no file"],
    ["an XML report of no file", coberturaOf(""), "REPORT_EMPTY r speaks of no file"],
    ["a profile of no block", "mode: atomic\n", "REPORT_EMPTY r speaks of no file"],
    ["a JSON that is cut off", '{"a": [1,\n2', "REPORT_TRUNCATED r:2:2: the JSON stops before its end"],
    ["a JSON that is cut off in a text", '{"a": "x', "REPORT_TRUNCATED r:1:9: the JSON stops before its end"],
    ["a JSON with a fault whose place is told", '{"a": 1,\n b}', /^REPORT_MALFORMED r:2:2: expected JSON: /],
    ["a JSON with a fault whose place is shown", '{"a": ]}', /^REPORT_MALFORMED r: expected JSON: .*"{"a": ]}"/],
    ["an XML that is cut off", "<coverage>\n<packages>", "REPORT_TRUNCATED r:1:1: the XML stops before its end"],
    ["an XML with a fault", "<coverage>\n <packages a=1/></coverage>", /^REPORT_MALFORMED r:2:\d+: expected XML: /],
    [
      "an XML that is nested without end",
      "<a>".repeat(5000) + "</a>".repeat(5000),
      /^REPORT_MALFORMED r: expected XML: Maximum nested tags/,
    ],
    ["an XML of a comment", "<!-- x -->", /^REPORT_MALFORMED r:1:1: expected XML/],
    [
      "an XML in an encoding that nobody knows",
      '<?xml version="1.0" encoding="klingon"?><a/>',
      'REPORT_MALFORMED r:1: expected a known encoding, received "klingon"',
    ],
    [
      "an XML whose DOCTYPE fetches something",
      `<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/passwd">]>${oneLine("")}`,
      /^REPORT_MALFORMED r(:\d+:\d+)?: expected XML/,
    ],
    ["a line without its count", oneLine('\n<line number="1"/>'), "REPORT_MALFORMED r:3: expected the attribute hits in <line>"],
    ["a count that is none", oneLine('\n<line number="1" hits="x"/>'), 'REPORT_MALFORMED r:3: expected a count, received "x"'],
    ["a line number that is none", oneLine('<line number="-1" hits="1"/>'), 'REPORT_MALFORMED r:2: expected a line number, received "-1"'],
    [
      "arms that are none",
      oneLine('<line number="1" hits="1" branch="true" condition-coverage="half"/>'),
      /^REPORT_MALFORMED r:2: expected a condition-coverage such as "50% \(1\/2\)", received "half"$/,
    ],
    [
      "more arms than a line can have",
      oneLine('<line number="1" hits="1" branch="true" condition-coverage="0% (0/999999999)"/>'),
      'REPORT_MALFORMED r:2: expected arms taken out of arms, received "0/999999999"',
    ],
    [
      "more arms taken than there are",
      oneLine('<line number="1" hits="1" branch="true" condition-coverage="0% (3/2)"/>'),
      /^REPORT_MALFORMED r:2: expected arms/,
    ],
    ["a class without its file", coberturaOf("\n<class/>"), "REPORT_MALFORMED r:2: expected the attribute filename in <class>"],
    ["a path that is empty", coberturaOf(classOf(" ", "")), 'REPORT_MALFORMED r:2: expected a path, received ""'],
    [
      "a path of two lines",
      GOOD["coverage-py"].replace("a.py", String.raw`a\n.py`),
      String.raw`REPORT_MALFORMED r: a` + '\n.py: expected a path, received "a\\n.py"',
    ],
    ["a profile without its mode", "a.go:1.1,1.9 1 1\n", /^REPORT_UNKNOWN /, "go-coverprofile"],
    [
      "a profile of an unknown mode",
      "mode: fast\n",
      'REPORT_MALFORMED r:1: expected "mode: set", "mode: count" or "mode: atomic", received "mode: fast"',
    ],
    [
      "a block that is none",
      "mode: set\na.go 1\na.go:1.1,1.9 1 1\n",
      'REPORT_MALFORMED r:2: expected file:line.column,line.column statements count, received "a.go 1"',
    ],
    [
      "a block that is cut off",
      "mode: set\na.go:1.1,1.9 1 1\na.go:2.1,2",
      'REPORT_TRUNCATED r:3: expected file:line.column,line.column statements count, received "a.go:2.1,2"',
    ],
    [
      "a block that never ends",
      "mode: set\na.go:1.1,999999999.9 1 1\n",
      'REPORT_MALFORMED r:2: expected a line number up to 5000000, received "999999999"',
    ],
    [
      "blocks of more lines than any report has",
      `mode: set\n${Array.from({ length: 5 }, (_, index) => `${String(index)}.go:1.1,4999999.9 1 1\n`).join("")}`,
      'REPORT_MALFORMED r:6: expected up to 20000000 lines in all, received "24999995"',
    ],
    [
      "an istanbul file without its counts",
      JSON.stringify({ "/a.ts": { path: "/a.ts", statementMap: {} } }),
      /^REPORT_MALFORMED r: expected istanbul's coverage-final.json, at \["\/a\.ts"\]\["fnMap"\]: /,
    ],
    [
      "a coverage.py line that is none",
      '{"files":{"a.py":{"executed_lines":["1"],"missing_lines":[]}},"totals":{}}',
      /^REPORT_MALFORMED r: expected coverage\.py's JSON, at \["files"\]\["a\.py"\]\["executed_lines"\]\[0\]: /,
    ],
    ["a list where istanbul's files should be", '{"a":1}', /^REPORT_MALFORMED r: expected istanbul's/, "istanbul"],
    [
      "a branch of Ruby that is none",
      rspec({ lines: [], branches: { if: {} } }),
      /^REPORT_MALFORMED r: a\.rb: expected \[:type, number, .*\], received "if"$/,
    ],
    [
      "a method of Ruby that is none",
      rspec({ lines: [], methods: { f: 1 } }),
      /^REPORT_MALFORMED r: a\.rb: expected \[owner, :name, .*\], received "f"$/,
    ],
    [
      "an export of sums alone",
      JSON.stringify({ data: [{ files: [{ filename: "a.rs", summary: {} }] }], type: "llvm.coverage.json.export" }),
      /^REPORT_MALFORMED r: expected llvm-cov's export with segments \(not --summary-only\), at \["data"\]\["0"\]\["files"\]\["0"\]\["segments"\]: /,
    ],
    [
      "a segment past every file's end",
      llvmFile([
        [1, 1, 1, true, true],
        [9e9, 1, 1, true, true],
      ]),
      'REPORT_MALFORMED r: a.rs: expected a line number up to 5000000, received "9000000000"',
    ],
    [
      "segments of more lines than any report has",
      llvmOf(
        Array.from({ length: 5 }, (_, index) => ({
          filename: `${String(index)}.rs`,
          segments: [
            [4_999_999, 1, 1, true, true],
            [0, 1, 1, true, true],
          ],
        })),
      ),
      'REPORT_MALFORMED r: 4.rs: expected up to 20000000 lines in all, received "24999995"',
    ],
    ["a line between two lines", llvmFile([[1.5, 1, 1, true, true]]), 'REPORT_MALFORMED r: a.rs: expected a line number, received "1.5"'],
  ])("%s", (_sentence, text, expected, formatIn) => refused(text, expected, formatIn));

  it.each<[string, string, number, string]>([
    ["in XML", "<coverage>", 64, "REPORT_TOO_LARGE r has 67108865 bytes, and of xml no more than 67108864 are read"],
    ["in JSON", "{", 192, "REPORT_TOO_LARGE r has 201326593 bytes, and of json no more than 201326592 are read"],
    ["of Go", "mode: set\n", 192, "REPORT_TOO_LARGE r has 201326593 bytes, and of coverprofile no more than 201326592 are read"],
    ["in no notation that is known", "", 64, "REPORT_TOO_LARGE r has 67108865 bytes, and of xml no more than 67108864 are read"],
  ])("a report that is larger than memory may be, %s", async (_sentence, begin, mebibytes, expected) => {
    const bytes = Buffer.alloc(mebibytes * 1024 * 1024 + 1);
    bytes.write(begin);
    await refused(bytes, expected);
  });
});

describe("encodings", () => {
  const text = coberturaOf(classOf("ä.cs", '<line number="1" hits="1"/>'));
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-16, as .NET writes it", Buffer.from(`\ufeff${text.replace('"1.0"', '"1.0" encoding="utf-16"')}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-8 that calls itself UTF-16", Buffer.from(text.replace('"1.0"', '"1.0" encoding="UTF-16"'))],
    ["ISO 8859-1", Buffer.from(text.replace('"1.0"', '"1.0" encoding="ISO-8859-1"'), "latin1")],
  ])("%s", async (_sentence, bytes) => {
    expect(isOtherReport(bytes)).toBe(true);
    expect(await outcomeOf(bytes)).toBe('["ä.cs","1×1"]');
  });
});

it("a billion laughs stay a joke: no entity of a DOCTYPE is expanded", async () => {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${String(level + 1)} "${`&l${String(level)};`.repeat(10)}">`).join("");
  const bomb = `<!DOCTYPE coverage [<!ENTITY l0 "ha">${levels}]>${coberturaOf(classOf("&l9;", '<line number="1" hits="1"/>')).slice(22)}`;
  expect(await outcomeOf(bomb)).toBe('["&l9;","1×1"]');
});

it.each(["TN:\nSF:a\nend_of_record\n", "", POINTER, "[]", "model: x"])("%j is lcov, or nothing", (text) => {
  expect(isOtherReport(Buffer.from(text))).toBe(false);
});

describe("whatever the bytes are", () => {
  const outcome = /^(\[|REPORT_[A-Z]+ r)/;
  const anyFormat = fc.constantFrom(undefined, ...FORMATS);

  it("random ones", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", "{", "<", "mode: set\n", "\u00ff\u00fe"),
        fc.uint8Array({ maxLength: 80 }),
        anyFormat,
        async (head, tail, format) => {
          expect(await outcomeOf(Buffer.concat([Buffer.from(head, "latin1"), tail]), format)).toMatch(outcome);
        },
      ),
    ));

  it("a good report with a part of it replaced", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FORMATS),
        fc.nat(400),
        fc.nat(12),
        fc.string({ maxLength: 6 }),
        async (format, at, length, text) => {
          const good = GOOD[format];
          const begin = at % good.length;
          expect(await outcomeOf(good.slice(0, begin) + text + good.slice(begin + length), format)).toMatch(outcome);
        },
      ),
    ));

  it("JSON of the right notation and any shape", () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom("files", "data", "type", "a", "__proto__", "coverage", "totals"), fc.jsonValue()),
        anyFormat,
        async (value, format) => {
          expect(await outcomeOf(JSON.stringify(value), format)).toMatch(outcome);
        },
      ),
    ));

  it("names of an object's own are files as any other", async () => {
    const text = `{"toString": ${JSON.stringify(istanbulFile("toString"))}, "constructor": ${JSON.stringify(istanbulFile("constructor"))}}`;
    expect((await read(text, "istanbul")).report.files.map(({ file }) => file)).toEqual(["toString", "constructor"]);
  });
});
