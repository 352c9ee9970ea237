/** The arrows of docs/architecture.md. A rule's comment says what to do instead. */

/** Packages with arrows of their own, below. Every other one is a feature: a new one is held to the rules of features from its first file on. */
const TOOLKIT = ["core-shared", "core-testing", "coverage-core", "coverage-io", "bandline", "work", "eslint-plugin"];
const FEATURES = `^packages/((?!(?:${TOOLKIT.join("|")})/)[^/]+)/`;
const TEST = "(\\.test\\.tsx?$|/__fixtures__/|\\.config\\.ts$)";
const MANIFEST = "/src/feature\\.manifest\\.ts$";
const ownFolder = (name) => `^packages/${name}/`;

/** A package's sources may reach these packages of the workspace, and no other. */
function onlyReaches(name, allowed, comment) {
  return {
    name: `${name}-arrows`,
    comment,
    severity: "error",
    from: { path: `${ownFolder(name)}src/`, pathNot: [TEST, MANIFEST] },
    to: { path: "^packages/", pathNot: [ownFolder(name), ...allowed.map(ownFolder)] },
  };
}

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that import each other are one idea: put what they share into a third file below both.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "features-to-core-shared-only",
      comment: "A feature imports core-shared and nothing else of the workspace. What two features share belongs into core-shared.",
      severity: "error",
      from: { path: `${FEATURES}src/`, pathNot: TEST },
      to: { path: "^packages/", pathNot: ["^packages/core-shared/", "^packages/$1/"] },
    },
    {
      name: "entities-are-pure",
      comment: "An entity imports entities only. Move what needs a repository, zod or node into a use case or a controller.",
      severity: "error",
      from: { path: `${FEATURES}src/entities/`, pathNot: TEST },
      to: { pathNot: `${FEATURES}src/entities/` },
    },
    {
      name: "use-cases-know-no-adapters",
      comment: "A use case takes repositories and services as interfaces in its deps. Wire the real ones in di/bind-production.ts.",
      severity: "error",
      from: { path: `${FEATURES}src/application/`, pathNot: TEST },
      to: { path: `${FEATURES}src/(interface-adapters|di)/` },
    },
    {
      name: "core-shared-has-no-io",
      comment:
        "core-shared is imported by features and does no I/O. Put what reads or writes into core-testing or coverage-io; conformance/boot/ alone reads, what a program asks for when it starts.",
      severity: "error",
      from: { path: "^packages/core-shared/src/", pathNot: [TEST, "^packages/core-shared/src/conformance/boot/"] },
      // node:module only loads a library when it is first needed.
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?module$" },
    },
    {
      name: "boot-stands-apart",
      comment:
        "conformance/boot/ reads files, so nothing of core-shared imports it, and no package but what starts a program: import it from a composition root, di/boot.ts, by its own entry.",
      severity: "error",
      from: { pathNot: ["^packages/core-shared/src/conformance/boot/", "/di/boot\\.ts$", TEST] },
      to: { path: "^packages/core-shared/(src|dist)/conformance/boot/" },
    },
    onlyReaches(
      "core-shared",
      [],
      "core-shared is below every other package. Move the import's target into core-shared, or the importer up.",
    ),
    onlyReaches("core-testing", ["core-shared"], "core-testing serves every package's tests, so it may build on core-shared only."),
    onlyReaches(
      "coverage-core",
      ["core-shared"],
      "The pure engine builds on the policy of core-shared only. Let bandline gather the rest and pass it in.",
    ),
    onlyReaches(
      "coverage-io",
      ["coverage-core"],
      "The adapters know coverage-core's types and nothing else. Let bandline bring the two together.",
    ),
    onlyReaches(
      "bandline",
      ["coverage-core", "coverage-io", "core-shared"],
      "bandline sees the engine, the adapters and the policy. Nothing else belongs into a command.",
    ),
    onlyReaches(
      "work",
      ["core-shared", "bandline"],
      "work is made of core-shared and of bandline/command. What it wants to know of coverage it asks of a gate, a process of its own.",
    ),
    onlyReaches(
      "eslint-plugin",
      ["core-shared"],
      "A rule runs at each keystroke of an editor. What it has to know of the policy belongs into core-shared.",
    ),
    {
      name: "work-takes-the-makings-of-commands",
      comment:
        "Of bandline, work imports bandline/command alone: what every command is made of. Export it there where it judges no coverage; else run the command as a process and read its document.",
      severity: "error",
      from: { path: "^packages/work/src/", pathNot: TEST },
      to: { path: "^packages/bandline/", pathNot: "^packages/bandline/dist/command\\." },
    },
    {
      name: "coverage-core-is-pure",
      comment: "The engine reads no file, starts no process and has no clock. Read it in coverage-io and pass the text in.",
      severity: "error",
      from: { path: "^packages/coverage-core/src/", pathNot: TEST },
      // node:module only loads a library when it is first needed.
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?module$" },
    },
    {
      name: "coverage-io-takes-types-only",
      comment: "coverage-io imports coverage-core's types only: use `import type`, or do the judging in bandline.",
      severity: "error",
      from: { path: "^packages/coverage-io/src/", pathNot: [TEST, MANIFEST] },
      to: { path: "^packages/coverage-core/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "judgements-stand-apart",
      comment:
        "gate, guard, summary, trend, domains, mutation, flaky and conformance never import each other. What they share lies in policy, lcov or percent.ts.",
      severity: "error",
      from: { path: "^packages/coverage-core/src/(gate|guard|summary|trend|domains|mutation|flaky|conformance)/", pathNot: TEST },
      to: {
        path: "^packages/coverage-core/src/(gate|guard|summary|trend|domains|mutation|flaky|conformance)/",
        pathNot: "^packages/coverage-core/src/$1/",
      },
    },
    {
      name: "report-renders-only",
      comment: "A reporter turns a result into text. Compute in gate or summary and hand the result in.",
      severity: "error",
      from: { path: "^packages/coverage-core/src/report/", pathNot: TEST },
      to: {
        path: "^packages/coverage-core/src/(gate|guard|summary|trend|domains|mutation|flaky|conformance|lcov|diff|source|manifest)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "doors-call-bandline",
      comment: "A door hands argv and streams to bandline or to work. Put the decision into packages/bandline, or packages/work.",
      severity: "error",
      from: { path: "^scripts/" },
      to: { path: "^packages/", pathNot: "^packages/(bandline|work)/" },
    },
    {
      name: "no-import-across-by-path",
      comment: "Import another package by its name: a relative path goes around its exports.",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: "\\.config\\.ts$" },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "tests-are-imported-by-tests",
      comment: "Only tests import tests and fixtures. Move what the source needs into a source file.",
      severity: "error",
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: "no-unresolvable",
      comment: "The import leads nowhere. Build first (pnpm build), or add the dependency to package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["^packages/[^/]+/coverage/", "^coverage/", "/\\.turbo/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "default"] },
  },
};
