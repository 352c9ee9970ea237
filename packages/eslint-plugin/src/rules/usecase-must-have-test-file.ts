import { readdirSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { holdsCode, isUseCase, testFilesOf } from "@repo/core-shared/conformance/coverage";
import type { Rule } from "eslint";
import { docsOf } from "../docs.js";

/** A file in `application/use-cases/` needs its test beside it. What the test says is for the coverage gates. */
export const usecaseMustHaveTestFile: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: docsOf("usecase-must-have-test-file", "a use case has a test file beside it"),
    schema: [],
    messages: { missing: "The use case {{file}} has no test. Create {{test}}." },
  },
  create(context) {
    const { cwd, physicalFilename } = context;
    const way = relative(cwd, physicalFilename).replaceAll(sep, "/");
    const isOutside = way.startsWith("../");
    // The exempt rules go by paths of the repository: the folders above it have no say.
    if (!isUseCase(isOutside ? way.replace(/^(?:\.\.\/)+/, "") : way)) return {};
    return {
      Program({ body }) {
        if (!holdsCode(body) || hasTest(physicalFilename)) return;
        const file = isOutside ? physicalFilename : way;
        // The file as a whole: one line is enough for an editor to mark.
        context.report({ loc: { line: 1, column: 0 }, messageId: "missing", data: { file, test: testFilesOf(file)[0] } });
      },
    };
  },
};

function hasTest(file: string): boolean {
  const tests = testFilesOf(basename(file));
  return filesIn(dirname(file)).some((name) => tests.includes(name));
}

/** The names as they are spelled: a Mac would find `Sign-In.test.ts` under another spelling, and CI would not. */
function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    // An editor also lints what is not saved yet.
    return [];
  }
}
