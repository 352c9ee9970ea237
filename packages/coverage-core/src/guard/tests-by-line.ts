/** Tests of languages that are read by their lines. */
import type { Skip, TestCase, TestFacts } from "./tests-of.js";

interface LineLanguage {
  /** Its test files. */
  readonly files: RegExp;
  /** A line that begins a test, whose first group is its title. */
  readonly test: RegExp;
  /** A line that tells a test not to run, whose first group is the word. */
  readonly skip: RegExp;
  readonly assertion: RegExp;
}

const LANGUAGES: readonly LineLanguage[] = [
  {
    files: /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/,
    test: /^\s*(?:async\s+)?def\s+(test\w*)/,
    skip: /(?:@(?:pytest\.mark\.|unittest\.)|\bpytest\.(?=skip\())(skip\w*|xfail)/,
    assertion: /^\s+(?:assert\b|self\.assert|with pytest\.raises)/,
  },
  {
    files: /_test\.go$/,
    test: /^func\s+((?:Test|Fuzz)\w*)\s*\(/,
    skip: /^\s+t\.(Skip\w*)\(/,
    assertion: /^\s+(?:t\.(?:Error|Fatal|Fail)|(?:assert|require)\.)/,
  },
];

/** @returns undefined for every other language. */
export function lineLanguageOf(file: string): LineLanguage | undefined {
  return LANGUAGES.find(({ files }) => files.test(file));
}

/** Each test reaches to the next one. */
export function testsByLine(text: string, language: LineLanguage): TestFacts {
  const tests: TestCase[] = [];
  const skips: Skip[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    const title = language.test.exec(content)?.[1];
    const word = language.skip.exec(content)?.[1];
    if (title !== undefined) tests.push({ title, line: index + 1, cases: 1, assertions: 0 });
    if (word !== undefined) skips.push({ title: content.trim(), line: index + 1, word });
    const last = tests.at(-1);
    if (last !== undefined && language.assertion.test(content)) tests[tests.length - 1] = { ...last, assertions: last.assertions + 1 };
  }
  return { tests, skips, imports: [] };
}
