/** `use-case-tests`: every use case has a test beside it. What a use case and its test are, core-shared says: the lint rule asks the same. */
import { holdsCode, isUseCase, testFilesOf } from "@repo/core-shared/conformance/coverage";
import type { RuleFinding } from "../contract/conformance.js";
import type { RepoPath } from "../path/repo-path.js";
import type { PolicyOf } from "../policy/file-policy.js";
import { parseSource } from "../source/parse-source.js";

/** @param files of the whole repository. @returns use cases without a test, to be read: one without code of its own needs none. */
export function untestedUseCases(files: readonly RepoPath[], policyOf: PolicyOf): RepoPath[] {
  const known = new Set<string>(files);
  return files.filter((file) => isUseCase(file) && policyOf(file).exempt === null && !testFilesOf(file).some((test) => known.has(test)));
}

/** @param untested with their texts. One with a syntax error is told too: nothing says that it needs no test. */
export function judgeUseCaseTests(untested: readonly { readonly file: RepoPath; readonly text: string }[]): RuleFinding[] {
  return untested.flatMap(({ file, text }) => {
    const source = parseSource(file, text);
    if (source !== undefined && !holdsCode(source.program["body"])) return [];
    const [test] = testFilesOf(file);
    return [{ file, line: 1, message: "the use case has no test beside it", hint: `write ${test}`, code: null }];
  });
}
