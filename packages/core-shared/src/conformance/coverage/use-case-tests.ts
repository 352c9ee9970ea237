/**
 * Use cases and the tests that belong to them: one notion for the lint rule and for the command that looks at a whole repository.
 * Paths are relative to the repository's root or to the package's, with `/`. No I/O: whoever asks knows which files there are.
 */
import { exemptRuleOf, type ExemptRule } from "./exempt.js";

const USE_CASE = /(?:^|\/)application\/use-cases\/(?:.+\/)?[^/]+\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Names that vitest runs unless it is told otherwise: tests, tests of types, benchmarks. */
const RUN_BY_VITEST = /\.(?:test|spec|test-d|spec-d|bench)\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * @param more the repository's and the feature's own exempt rules.
 * @returns whether the path is one of a use case: code below `application/use-cases/` that neither is a test nor is exempt.
 * A file without code of its own needs no test either, which its path does not tell: see `holdsCode`.
 */
export function isUseCase(path: string, more: readonly ExemptRule[] = []): boolean {
  return USE_CASE.test(path) && !RUN_BY_VITEST.test(path) && exemptRuleOf(path, more) === undefined;
}

const ENDINGS = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];

/**
 * @param path of a use case.
 * @returns the files beside it that count as its test, of which one is enough. The first is the one to create: the preset of core-testing runs it.
 */
export function testFilesOf(path: string): readonly [toCreate: string, ...others: string[]] {
  const { stem = path, ending = "" } = /^(?<stem>.+)\.(?<ending>\w+)$/.exec(path)?.groups ?? {};
  const toCreate = `${stem}.test.${endingOfTest(ending)}`;
  const all = ["test", "spec"].flatMap((word) => ENDINGS.map((each) => `${stem}.${word}.${each}`));
  return [toCreate, ...all.filter((file) => file !== toCreate)];
}

/** The preset runs `.test.ts`, `.test.tsx` and `.test.mjs`. */
function endingOfTest(ending: string): string {
  if (ending.endsWith("x")) return "tsx";
  return ending.endsWith("js") ? "mjs" : "ts";
}

/** A statement of a module, as every parser of ESTree gives it. */
export interface ModuleStatement {
  readonly type: string;
  readonly declare?: boolean | undefined;
  readonly directive?: string | null | undefined;
  readonly declaration?: ModuleStatement | null | undefined;
}

const WITHOUT_CODE = new Set([
  "EmptyStatement",
  "ExportAllDeclaration",
  "ImportDeclaration",
  "TSDeclareFunction",
  "TSImportEqualsDeclaration",
  "TSInterfaceDeclaration",
  "TSNamespaceExportDeclaration",
  "TSTypeAliasDeclaration",
]);

/** @returns whether a module has code of its own. Types, imports, directives and what it exports of other modules are none: there is nothing to test. */
export function holdsCode(body: readonly ModuleStatement[]): boolean {
  return body.some(isCode);
}

function isCode({ type, declare, directive, declaration }: ModuleStatement): boolean {
  if (declare === true || typeof directive === "string" || WITHOUT_CODE.has(type)) return false;
  if (type === "ExportNamedDeclaration") return declaration != null && isCode(declaration);
  if (type === "ExportDefaultDeclaration") return declaration != null && declaration.type !== "Identifier" && isCode(declaration);
  return true;
}
