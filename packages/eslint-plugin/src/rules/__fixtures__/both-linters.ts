import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { RuleTester, type Rule } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** One row of a rule's table: a file, and what lies beside it. */
export interface Row {
  /** What the row shows, as a sentence. */
  readonly name: string;
  /** In a folder of the row's own. */
  readonly filename: string;
  readonly code: string;
  /** Other files of that folder. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface FaultyRow extends Row {
  readonly errors: readonly Report[];
  /** What the fix makes of the file; null where there is none. */
  readonly output: string | null;
}

/** `FOLDER/` in a message is the row's folder, which eslint sees from outside and oxlint from above. */
interface Report {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

interface Table {
  readonly valid: readonly Row[];
  readonly invalid: readonly FaultyRow[];
}

Object.assign(RuleTester, { describe, it });

/** The table in eslint, and in oxlint's own program: the same reports at the same places, and the same fixes. */
export function checkInBoth(name: string, rule: Rule.RuleModule, { valid, invalid }: Table): void {
  // The tables name their files before any test runs; where none does, nothing is made that would be left behind.
  const root = join(realpathSync(tmpdir()), `bandline-lint-${randomUUID()}`);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const all: readonly (Row | FaultyRow)[] = [...valid, ...invalid];
  const rows: readonly (FaultyRow & { folder: string })[] = all.map((row, index) => ({
    output: null,
    errors: [],
    ...row,
    folder: `${index}`,
  }));
  beforeAll(() => {
    for (const { folder, filename, code, files = {} } of rows) {
      for (const [file, text] of Object.entries({ ...files, [filename]: code })) write(join(root, folder, file), text);
    }
  });

  const cases = rows.map(({ folder, filename, errors, output, ...row }) => {
    const inFolder = (message: string) => message.replaceAll("FOLDER/", join(root, folder, "/"));
    const reports = errors.map((error) => ({ ...error, message: inFolder(error.message) }));
    const test = { name: row.name, code: row.code, filename: join(root, folder, filename) };
    return reports.length === 0 ? test : { ...test, output, errors: reports };
  });
  new RuleTester({ languageOptions: { parser } }).run(`${name} in eslint`, rule, {
    valid: cases.slice(0, valid.length),
    invalid: cases.slice(valid.length) as RuleTester.InvalidTestCase[],
  });

  describe(`${name} in oxlint`, { tags: ["slow"] }, () => {
    let reports: ReturnType<typeof lint>;
    beforeAll(() => {
      write(join(root, ".oxlintrc.json"), JSON.stringify({ jsPlugins: [PLUGIN], rules: { [`@repo/${name}`]: "error" } }));
      reports = lint(root);
      lint(root, "--fix");
    });

    it.each(rows.map((row) => [row.name, row] as const))("%s", (_sentence, { folder, filename, code, errors, output }) => {
      const file = `${folder}/${filename}`;
      const expected = errors.map((error) => ({ ...error, message: error.message.replaceAll("FOLDER", folder) }));
      expect(reports.filter((report) => report.file === file).map(({ message, line, column }) => ({ message, line, column }))).toEqual(
        expected,
      );
      expect(readFileSync(join(root, file), "utf8")).toBe(output ?? code);
    });
  });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** As it is published: oxlint imports what was built. */
const PLUGIN = fileURLToPath(new URL("../../../dist/index.js", import.meta.url));
const OXLINT = join(dirname(createRequire(import.meta.url).resolve("oxlint/package.json")), "bin/oxlint");

interface Diagnostic {
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly [{ readonly span: { readonly line: number; readonly column: number } }];
}

function lint(cwd: string, ...flags: string[]) {
  const { stdout } = spawnSync(process.execPath, [OXLINT, "--allow", "all", "--format", "json", ...flags], { cwd, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  const reports = diagnostics.map(({ message, filename, labels: [{ span }] }) => ({ file: filename, message, ...span }));
  return reports.sort((a, b) => a.line - b.line || a.column - b.column);
}
