import { checkInBoth, type FaultyRow, type Row } from "./__fixtures__/both-linters.js";
import { manifestIsConst } from "./manifest-is-const.js";

const FILE = "packages/auth/src/feature.manifest.ts";
const IMPORT = 'import { defineFeature } from "@repo/core-shared/conformance/feature";\n';
const LITERAL = '{ name: "auth" }';

/** A file of TypeScript, where the sentence says of no other. */
function row(name: string, code: string, filename = FILE): Row {
  return { name, code, filename };
}

function faulty(name: string, code: string, message: string, at: string, output: string | null): FaultyRow {
  const before = code.slice(0, code.lastIndexOf(at)).split("\n");
  return { ...row(name, code), output, errors: [{ message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }] };
}

const bare = (name: string, code: string, output: string, define = "defineFeature") =>
  faulty(name, code, `The manifest is not constant. Write \`as const\` after the literal that ${define} is given.`, "{ name", output);

const widened = (name: string, code: string, at: string, type = "FeatureManifest") =>
  faulty(
    name,
    code,
    `\`${type}\` takes the manifest's literal types away. Write \`as const\` in its place, or \`as const satisfies ${type}\`.`,
    at,
    null,
  );

const elsewhere = (name: string, code: string, at: string, define = "defineFeature") =>
  faulty(name, code, `${define} takes a literal \`as const\`, or a \`const\` of this file that holds one. This is ${at}.`, at, null);

checkInBoth("manifest-is-const", manifestIsConst, {
  valid: [
    row("a literal as const", `${IMPORT}export const a = defineFeature(${LITERAL} as const);`),
    row("a literal as const that satisfies a type", `${IMPORT}defineFeature(${LITERAL} as const satisfies FeatureManifest);`),
    row("a literal that satisfies a type, as const", `${IMPORT}defineFeature((${LITERAL} satisfies FeatureManifest) as const);`),
    row("the older spelling of as const", `${IMPORT}defineFeature(<const>${LITERAL});`),
    row("a literal as const in brackets", `${IMPORT}defineFeature((${LITERAL} as const));`),
    row("a literal as const that is never null", `${IMPORT}defineFeature((${LITERAL} as const)!);`),
    row("a constant of the file that is as const", `${IMPORT}const manifest = ${LITERAL} as const;\ndefineFeature(manifest);`),
    row(
      "a constant that stands below the call",
      `${IMPORT}export const a = () => defineFeature(manifest);\nexport const manifest = ${LITERAL} as const;`,
    ),
    row("a constant of a constant", `${IMPORT}const a = ${LITERAL} as const;\nconst b = a satisfies object;\ndefineFeature(b);`),
    row(
      "the repository's manifest",
      'import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo({} as const);',
      "repo.manifest.ts",
    ),
    row("a call without a manifest, which the compiler refuses", `${IMPORT}defineFeature();`),
    row("an import that is not called", `${IMPORT}export { defineFeature };\nexport const all = [defineFeature];\nrun(defineFeature);`),
    row("a function of the same name from elsewhere", `import { defineFeature } from "./define.js";\ndefineFeature(${LITERAL});`),
    row("a function of the same name of the file's own", `function defineFeature(a: object) { return a; }\ndefineFeature(${LITERAL});`),
    row("a parameter of the same name", `${IMPORT}export const f = (defineFeature: (a: object) => void) => defineFeature(${LITERAL});`),
    row(
      "another function of the same module",
      `import { parseFeature } from "@repo/core-shared/conformance/feature";\nparseFeature(${LITERAL});`,
    ),
    row(
      "a namespace's other members",
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature.parseFeature(${LITERAL});\nrun(feature);`,
    ),
    row("a member that is computed", `import * as feature from "@repo/core-shared/conformance/feature";\nfeature[name](${LITERAL});`),
    row(
      "a default import, which the module does not have",
      `import feature from "@repo/core-shared/conformance/feature";\nfeature(${LITERAL});`,
    ),
    row("a member of a default import", `import feature from "@repo/core-shared/conformance/feature";\nfeature.defineFeature(${LITERAL});`),
    row("JavaScript that is called like TypeScript", `${IMPORT}defineFeature(${LITERAL});`, "feature.manifest.ts.mjs"),
    row("JavaScript, which has no as const", `${IMPORT}defineFeature(${LITERAL});`, "packages/auth/src/feature.manifest.mjs"),
  ],
  invalid: [
    bare(
      "a plain literal",
      `${IMPORT}export const a = defineFeature(${LITERAL});`,
      `${IMPORT}export const a = defineFeature(${LITERAL} as const);`,
    ),
    {
      ...bare("a literal in a module of TypeScript", `${IMPORT}defineFeature(${LITERAL});`, `${IMPORT}defineFeature(${LITERAL} as const);`),
      filename: "feature.manifest.mts",
    },
    bare("a literal in brackets", `${IMPORT}defineFeature((${LITERAL}));`, `${IMPORT}defineFeature((${LITERAL} as const));`),
    bare(
      "a literal that satisfies a type only",
      `${IMPORT}defineFeature(${LITERAL} satisfies FeatureManifest);`,
      `${IMPORT}defineFeature(${LITERAL} as const satisfies FeatureManifest);`,
    ),
    bare(
      "a literal over several lines, with a trailing comma",
      `${IMPORT}defineFeature(\n  { name: "auth",\n  },\n);`,
      `${IMPORT}defineFeature(\n  { name: "auth",\n  } as const,\n);`,
    ),
    bare(
      "a constant of the file that is not as const",
      `${IMPORT}const manifest = ${LITERAL};\nexport const a = defineFeature(manifest);`,
      `${IMPORT}const manifest = ${LITERAL} as const;\nexport const a = defineFeature(manifest);`,
    ),
    bare(
      "another name for the function",
      `import { defineFeature as define } from "@repo/core-shared/conformance/feature";\ndefine(${LITERAL});`,
      `import { defineFeature as define } from "@repo/core-shared/conformance/feature";\ndefine(${LITERAL} as const);`,
      "define",
    ),
    bare(
      "the function's name as a text",
      `import { "defineFeature" as define } from "@repo/core-shared/conformance/feature";\ndefine(${LITERAL});`,
      `import { "defineFeature" as define } from "@repo/core-shared/conformance/feature";\ndefine(${LITERAL} as const);`,
      "define",
    ),
    bare(
      "a namespace's member",
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature.defineFeature(${LITERAL});`,
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature.defineFeature(${LITERAL} as const);`,
      "feature.defineFeature",
    ),
    bare(
      "a namespace's member by its name as a text",
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature["defineRepo"](${LITERAL});`,
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature["defineRepo"](${LITERAL} as const);`,
      'feature["defineRepo"]',
    ),
    bare(
      "a namespace's member by a template",
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature[\`defineRepo\`](${LITERAL});`,
      `import * as feature from "@repo/core-shared/conformance/feature";\nfeature[\`defineRepo\`](${LITERAL} as const);`,
      "feature[`defineRepo`]",
    ),
    bare(
      "the repository's manifest",
      `import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo(${LITERAL});`,
      `import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo(${LITERAL} as const);`,
      "defineRepo",
    ),
    widened("a literal of a wider type", `${IMPORT}defineFeature(${LITERAL} as FeatureManifest);`, LITERAL),
    widened("one that was constant before", `${IMPORT}defineFeature(${LITERAL} as const as FeatureManifest);`, LITERAL),
    widened("a wider type in the older spelling", `${IMPORT}defineFeature(<FeatureManifest>${LITERAL});`, "<FeatureManifest>"),
    widened("a wider type of a module", `${IMPORT}defineFeature(${LITERAL} as types.const);`, LITERAL, "types.const"),
    widened(
      "a wider type of a constant",
      `${IMPORT}const manifest: FeatureManifest = ${LITERAL} as const;\ndefineFeature(manifest);`,
      "manifest:",
    ),
    widened("a type that is no name", `${IMPORT}defineFeature(${LITERAL} as typeof other);`, LITERAL, "typeof other"),
    elsewhere("a manifest that is imported", `import { shared } from "./shared.js";\n${IMPORT}defineFeature(shared);`, "shared"),
    elsewhere("a variable that may change", `${IMPORT}let manifest = ${LITERAL} as const;\ndefineFeature(manifest);`, "manifest"),
    elsewhere("a constant out of another object", `${IMPORT}const { manifest } = all;\ndefineFeature(manifest);`, "manifest"),
    elsewhere("a constant without a value", `${IMPORT}declare const manifest: FeatureManifest;\ndefineFeature(manifest);`, "manifest"),
    elsewhere("a parameter", `${IMPORT}export const f = (manifest: FeatureManifest) => defineFeature(manifest);`, "manifest"),
    elsewhere("a manifest that a function makes", `${IMPORT}defineFeature(manifestOf("auth"));`, 'manifestOf("auth")'),
    {
      ...row("a constant that names itself", `${IMPORT}const manifest = manifest;\ndefineFeature(manifest);`),
      output: null,
      errors: [
        {
          message: "defineFeature takes a literal `as const`, or a `const` of this file that holds one. This is manifest.",
          line: 2,
          column: 18,
        },
      ],
    },
    elsewhere("a name that nobody declares", `${IMPORT}defineFeature(nobody);`, "nobody"),
    {
      ...row("a long expression, which the message cuts", `${IMPORT}defineFeature(manifestOf({\n  name: "${"a".repeat(50)}",\n}));`),
      output: null,
      errors: [
        {
          message: `defineFeature takes a literal \`as const\`, or a \`const\` of this file that holds one. This is manifestOf({ name: "${"a".repeat(40)}….`,
          line: 2,
          column: 15,
        },
      ],
    },
    {
      ...row("an expression that is just short enough", `${IMPORT}defineFeature(manifestOf("${"a".repeat(46)}"));`),
      output: null,
      errors: [
        {
          message: `defineFeature takes a literal \`as const\`, or a \`const\` of this file that holds one. This is manifestOf("${"a".repeat(46)}").`,
          line: 2,
          column: 15,
        },
      ],
    },
    elsewhere("arguments that are spread", `${IMPORT}defineFeature(...all);`, "...all"),
  ],
});
