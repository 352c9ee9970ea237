import { checkInBoth, type FaultyRow, type Row } from "./__fixtures__/both-linters.js";
import { usecaseMustHaveTestFile } from "./usecase-must-have-test-file.js";

const FOLDER = "packages/auth/src/application/use-cases/";
const CODE = "export const signIn = () => 1;\n";

/** A file with code in the folder of use cases, and the names of others beside it. */
function row(name: string, file: string, others: readonly string[] = [], code = CODE): Row {
  const files = Object.fromEntries(others.map((each) => [FOLDER + each, ""]));
  return { name, filename: FOLDER + file, code, files };
}

function missing(name: string, file: string, test: string, others: readonly string[] = [], code = CODE): FaultyRow {
  const message = `The use case FOLDER/${FOLDER}${file} has no test. Create FOLDER/${FOLDER}${test}.`;
  return { ...row(name, file, others, code), output: null, errors: [{ message, line: 1, column: 1 }] };
}

checkInBoth("usecase-must-have-test-file", usecaseMustHaveTestFile, {
  valid: [
    row("a use case with its test", "sign-in.ts", ["sign-in.test.ts"]),
    row("a use case with a spec", "sign-in.ts", ["sign-in.spec.ts"]),
    row("a use case with JSX and its test", "sign-in.tsx", ["sign-in.test.tsx"]),
    row("a use case whose test has JSX", "sign-in.ts", ["sign-in.test.tsx"]),
    row("a module of TypeScript and its test", "sign-in.mts", ["sign-in.test.mts"]),
    row("JavaScript with its test", "sign-in.js", ["sign-in.test.mjs"]),
    row("a use case further down with its test", "session/renew.ts", ["session/renew.test.ts"]),
    row("the test itself", "sign-in.test.ts", ["sign-in.ts"]),
    row("a barrel", "index.ts"),
    row("a declaration of types", "globals.d.ts", [], "declare const VERSION: string;\n"),
    row("a file of interfaces", "deps.interface.ts"),
    row("a fixture", "__fixtures__/world.ts"),
    row(
      "types alone",
      "deps.ts",
      [],
      "import type { User } from './user.js';\nexport interface Deps { user: User }\nexport type Id = string;\n",
    ),
    row(
      "what it exports of others alone",
      "all.ts",
      [],
      "import './sign-in.js';\nexport * from './sign-in.js';\nexport { renew } from './renew.js';\nexport {};\n",
    ),
    row("a file without a text", "later.ts", [], ""),
    { name: "a file of another folder", filename: "packages/auth/src/application/services/clock.ts", code: CODE },
    { name: "a use case of another kind", filename: "docs/use-cases/sign-in.ts", code: CODE },
  ],
  invalid: [
    missing("a use case alone", "sign-in.ts", "sign-in.test.ts"),
    missing("a use case beside another one's test", "sign-in.ts", "sign-in.test.ts", ["sign-out.test.ts", "sign-in-again.test.ts"]),
    missing("a use case whose test is spelled in another way", "sign-in.ts", "sign-in.test.ts", ["Sign-In.test.ts"]),
    missing("a use case whose test lies further down", "sign-in.ts", "sign-in.test.ts", ["__tests__/sign-in.test.ts"]),
    missing("a use case with a folder that is called like its test", "sign-in.ts", "sign-in.test.ts", ["sign-in.test.ts/a.txt"]),
    missing("a use case with a text that is called like its test", "sign-in.ts", "sign-in.test.ts", ["sign-in.test.md"]),
    missing("a use case with JSX", "sign-in.tsx", "sign-in.test.tsx"),
    missing("a module of TypeScript", "sign-in.mts", "sign-in.test.ts"),
    missing("JavaScript", "sign-in.js", "sign-in.test.mjs"),
    missing("a use case further down", "session/renew.ts", "session/renew.test.ts"),
    missing("an index of JavaScript with code", "index.js", "index.test.mjs"),
    missing(
      "code after types",
      "sign-in.ts",
      "sign-in.test.ts",
      [],
      "export type Id = string;\n\nexport function signIn(id: Id) { return id; }\n",
    ),
    missing("a class by default", "sign-in.ts", "sign-in.test.ts", [], "export default class { run() {} }\n"),
    missing("an enum, which is code", "kinds.ts", "kinds.test.ts", [], "export enum Kind { A }\n"),
  ],
});
