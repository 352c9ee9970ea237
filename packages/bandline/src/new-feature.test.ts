/**
 * The command in small workspaces, where the generator, pnpm and the compiler are programs of a few lines.
 * @module-tag slow
 */
import { tryLock } from "@repo/coverage-io";
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROGRAMS, createFeatureWorkspace, newFeatureIn, textsOf, type Programs } from "./__fixtures__/feature-workspace.js";
import { captured } from "./__fixtures__/run.js";
import { runNewFeature } from "./index.js";

const INSTALL = "install --ignore-scripts --no-frozen-lockfile --offline\n";

describe("a feature", () => {
  it("is made, registered, installed and built; nothing else changes", async () => {
    using repo = createFeatureWorkspace();
    const before = textsOf(repo);
    const { exitCode, document, stderr } = await newFeatureIn(repo, ["--", "billing"]);
    expect([exitCode, document]).toEqual([
      0,
      {
        $schema: "bandline/schemas/new-feature.v1.json",
        schemaVersion: "1.0",
        status: "pass",
        exitCode: 0,
        feature: {
          name: "billing",
          package: "@repo/billing",
          path: "packages/billing",
          files: ["packages/billing/package.json", "packages/billing/src/index.ts"],
        },
        registered: ["tsconfig.json", "tsconfig.tests.json", "pnpm-lock.yaml"],
        nextActions: ["pnpm verify", "pnpm mutate --filter @repo/billing"],
        errors: [],
      },
    ]);
    const references = `{\n  "references": [\n    { "path": "packages/shop" },\n    { "path": "packages/billing" }\n  ]\n}\n`;
    expect(textsOf(repo)).toEqual({
      ...before,
      "tsconfig.json": references,
      "tsconfig.tests.json": references,
      "pnpm-lock.yaml": `lock\n${INSTALL}`,
      "node_modules/.pnpm/lock.yaml": INSTALL,
      "packages/billing/package.json": '{ "name": "@repo/billing" }',
      "packages/billing/src/index.ts": "export {};\n",
      "packages/billing/dist/index.js": "",
    });
    expect(stderr).toBe(
      [
        "new:feature: files of packages/billing",
        "new:feature: install",
        "new:feature: build",
        "new:feature pass: @repo/billing in packages/billing, 2 files",
        "  known to tsconfig.json, tsconfig.tests.json, pnpm-lock.yaml",
        "next:",
        "  pnpm verify",
        "  pnpm mutate --filter @repo/billing",
        "",
      ].join("\n"),
    );
  });

  it("is made from any folder of the repository, and nobody is told with --json", async () => {
    using repo = createFeatureWorkspace();
    const { exitCode, stderr } = await newFeatureIn({ root: "/" }, ["billing", "--json", "--cwd", repo.path("packages/shop")]);
    expect([exitCode, stderr, Object.keys(textsOf(repo)).includes("packages/billing/package.json")]).toEqual([0, "", true]);
  });

  it("asks the registry where the store has not everything", async () => {
    using repo = createFeatureWorkspace({ pnpm: `case "$*" in *--offline) exit 1;; esac; ${PROGRAMS.pnpm}` });
    expect((await newFeatureIn(repo, ["billing"])).exitCode).toBe(0);
    expect(textsOf(repo)["pnpm-lock.yaml"]).toBe(`lock\n${INSTALL.replace("--offline", "--prefer-offline")}`);
  });

  it.each<[string, string, string]>([
    ["the pnpm that runs us", "pnpm", "other"],
    ["the pnpm that runs us and is a script of node", "pnpm.cjs", "script"],
    ["the pnpm on PATH where npm runs us", "npm-cli.js", "lock"],
  ])("is installed by %s", async (_sentence, program, expected) => {
    using repo = createFeatureWorkspace();
    repo.write({
      "bin/pnpm": "#!/bin/sh\necho other > pnpm-lock.yaml\n",
      "bin/pnpm.cjs": 'require("node:fs").writeFileSync("pnpm-lock.yaml", "script\\n");\n',
      "bin/npm-cli.js": "throw new Error();\n",
    });
    const { chmodSync } = await import("node:fs");
    chmodSync(repo.path("bin/pnpm"), 0o755);
    const env = { PATH: process.env["PATH"] ?? "", npm_execpath: repo.path("bin", program) };
    const { exitCode } = await newFeatureIn(repo, ["billing"], { env });
    expect([exitCode, textsOf(repo)["pnpm-lock.yaml"]?.split("\n")[0]]).toEqual([0, expected]);
  });

  it("takes the place of what a killed run left aside", async () => {
    using repo = createFeatureWorkspace();
    repo.write({
      "node_modules/.cache/bandline/new-feature/src/left.ts": "",
      "node_modules/.cache/bandline/new-feature.lock": "999999999\n",
    });
    const { document } = await newFeatureIn(repo, ["billing"]);
    expect(document.feature?.files).toEqual(["packages/billing/package.json", "packages/billing/src/index.ts"]);
  });
});

describe("two at once", () => {
  it("are both made", async () => {
    using repo = createFeatureWorkspace();
    const ran = await Promise.all(["billing", "invoices"].map((name) => newFeatureIn(repo, [name])));
    expect(ran.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const { references } = JSON.parse(textsOf(repo)["tsconfig.json"] ?? "") as { references: { path: string }[] };
    expect(references.map(({ path }) => path).sort()).toEqual(["packages/billing", "packages/invoices", "packages/shop"]);
  });

  it("of one name are one, and the other is told", async () => {
    using repo = createFeatureWorkspace();
    const ran = await Promise.all([newFeatureIn(repo, ["billing"]), newFeatureIn(repo, ["billing"])]);
    expect(ran.map(({ exitCode }) => exitCode).sort()).toEqual([0, 2]);
    expect(ran.flatMap(({ document }) => document.errors.map(({ code }) => code))).toEqual(["FEATURE_NAME_TAKEN"]);
  });

  it("wait for each other, but not for ever", async () => {
    using repo = createFeatureWorkspace();
    mkdirSync(repo.path("node_modules/.cache/bandline"), { recursive: true });
    await tryLock(repo.path("node_modules/.cache/bandline/new-feature.lock"));
    const { document, exitCode } = await newFeatureIn(repo, ["billing"], { patienceMs: 1 });
    expect([exitCode, document.errors]).toEqual([
      4,
      [
        {
          code: "FEATURE_BEING_MADE",
          message: `process ${process.pid} makes a feature in this workspace, and does not end`,
          hint: "wait for it, or end it; then: pnpm new:feature billing",
        },
      ],
    ]);
    repo.write({ "node_modules/.cache/bandline/new-feature.lock": "nobody" });
    const unknown = await newFeatureIn(repo, ["billing"], { patienceMs: 1 });
    expect(unknown.document.errors[0]?.message).toMatch(/^process \? /);
  });
});

const STOPS = "echo changed >> pnpm-lock.yaml; echo changed > node_modules/.modules.yaml; echo said >&2; exit 3";

describe("a run that fails puts everything back", () => {
  it.each<[string, Partial<Programs>, Record<string, string | null>, string, string]>([
    [
      "the generator fails",
      { gen: `${PROGRAMS.gen}; echo said; exit 7` },
      {},
      "generate failed, .*: it ended with 7: said$",
      "pnpm install, which",
    ],
    ["the generator is not there", { gen: "exit 127" }, {}, "generate failed, .* 127: $", "pnpm install, which"],
    ["the generator makes nothing", { gen: "exit 0" }, {}, "generate failed, .*made no package.json$", "pnpm install, which"],
    [
      "a list is not there",
      {},
      { "tsconfig.tests.json": null },
      "register failed, .*: tsconfig.tests.json is no JSON with",
      "correct the file",
    ],
    ["a list is none", {}, { "tsconfig.tests.json": "{}" }, "register failed, .*: tsconfig.tests.json is no JSON with", "correct the file"],
    ["pnpm fails", { pnpm: STOPS }, {}, "install failed, .*: it ended with 3: said$", "pnpm install; then: pnpm new:feature billing"],
    ["pnpm fails in its first lock file", { pnpm: STOPS }, { "pnpm-lock.yaml": null }, "install failed", "pnpm install; then"],
    [
      "it does not build",
      { tsc: `${PROGRAMS.tsc}; exit 2` },
      {},
      "build failed, .* ended with 2: $",
      "pnpm build; then: pnpm new:feature billing",
    ],
  ])("%s", async (_sentence, programs, files, message, hint) => {
    using repo = createFeatureWorkspace(programs);
    repo.write(files);
    const [before, status] = [textsOf(repo), repo.git("status", "--porcelain")];
    const { exitCode, document, stderr } = await newFeatureIn(repo, ["billing"]);
    expect([exitCode, document.feature, document.registered, document.errors[0]?.code]).toEqual([4, null, [], "FEATURE_NOT_MADE"]);
    expect(document.errors[0]?.message).toMatch(new RegExp(message, "s"));
    expect(document.nextActions).toEqual([expect.stringContaining(hint)]);
    expect(stderr).toContain("new:feature error: nothing was made\nFEATURE_NOT_MADE: ");
    expect([textsOf(repo), repo.git("status", "--porcelain")]).toEqual([before, status]);
  });

  it("an interrupt comes while pnpm runs", async () => {
    using repo = createFeatureWorkspace({ pnpm: "echo changed >> pnpm-lock.yaml; exec sleep 60" });
    const before = textsOf(repo);
    const interrupt = new AbortController();
    const hear = (text: string | Uint8Array) => {
      if (String(text).includes("install")) setTimeout(() => interrupt.abort(), 50);
    };
    const { exitCode, document } = await newFeatureIn(repo, ["billing"], { signal: interrupt.signal, stderr: { write: hear } });
    expect([exitCode, document.status, document.feature, document.errors]).toEqual([130, "error", null, []]);
    expect(textsOf(repo)).toEqual(before);
  });

  it("an interrupt comes before anything is done", async () => {
    using repo = createFeatureWorkspace();
    const before = textsOf(repo);
    expect((await newFeatureIn(repo, ["billing"], { signal: AbortSignal.abort() })).exitCode).toBe(130);
    expect(textsOf(repo)).toEqual(before);
  });

  it("somebody makes the folder meanwhile, and keeps it", async () => {
    using repo = createFeatureWorkspace({ gen: `${PROGRAMS.gen}; mkdir -p packages/billing; echo mine > packages/billing/mine.txt` });
    const before = textsOf(repo);
    expect((await newFeatureIn(repo, ["billing"])).document.errors[0]?.code).toBe("FEATURE_NAME_TAKEN");
    expect(textsOf(repo)).toEqual({ ...before, "packages/billing/mine.txt": "mine\n" });
  });
});

describe("a name is refused before a file is written", () => {
  const manifest =
    'import { defineFeature } from "x";\nexport const m = defineFeature({ name: "stand", coverage: { bands: { baseline: B } } } as const);\n';
  const band = "{ statements: 1, branches: 1, functions: 1, lines: 1 }";

  it.each<[string, readonly string[], string, RegExp]>([
    ["none was given", [], "USAGE", /^no name was given: pnpm new:feature NAME$/],
    ["two were given", ["a", "b"], "USAGE", /^one name is taken at a time; received: a b$/],
    ["an unknown flag was given", ["a", "--force"], "USAGE", /^unknown option '--force'/],
    ["it is none", ["Billing"], "FEATURE_NAME_INVALID", /^"Billing" is no name/],
    ["a folder has it", ["shop"], "FEATURE_NAME_TAKEN", /packages\/shop is there$/],
    ["a manifest has it", ["stand"], "FEATURE_NAME_TAKEN", /packages\/shop is @repo\/shop, the feature stand$/],
    ["git ignores its folder", ["hidden"], "FEATURE_NAME_UNSEEN", /^no gate would look at packages\/hidden: git ignores it$/],
    ["an exempt rule holds for its folder", ["coverage"], "FEATURE_NAME_UNSEEN", /the exempt rule coverage-report holds for all of it$/],
  ])("%s", async (_sentence, argv, code, message) => {
    using repo = createFeatureWorkspace();
    repo.write({ "packages/shop/src/feature.manifest.ts": manifest.replace("B", band) });
    const before = textsOf(repo);
    const { exitCode, document } = await newFeatureIn(repo, argv);
    expect([exitCode, document.status, document.feature, document.errors[0]?.code]).toEqual([2, "error", null, code]);
    expect(document.errors[0]?.message).toMatch(message);
    expect(document.nextActions).toEqual(document.errors.map(({ hint }) => hint));
    expect(textsOf(repo)).toEqual(before);
  });

  it("as is a workspace whose manifests cannot be read", async () => {
    using repo = createFeatureWorkspace();
    repo.write({ "packages/shop/src/feature.manifest.ts": manifest.replace("B", "{}") });
    const { exitCode, document } = await newFeatureIn(repo, ["billing"]);
    expect([exitCode, document.errors[0]?.code]).toEqual([2, "MANIFEST_INVALID"]);
  });

  it("a folder without packages has none that is taken", async () => {
    using repo = createFeatureWorkspace();
    repo.write({ "packages/shop/package.json": null });
    const { rmSync } = await import("node:fs");
    rmSync(repo.path("packages"), { recursive: true });
    const { document } = await newFeatureIn(repo, ["billing"]);
    expect(document.errors[0]?.message).toContain("packages/billing");
  });
});

it("--help is the answer", async () => {
  const { io, ran } = captured({ cwd: "/" });
  const { exitCode, stdout } = ran(await runNewFeature(["--help"], { ...io, signal: new AbortController().signal }));
  expect([exitCode, stdout.includes("Usage: new:feature NAME [options]"), stdout.includes("--cwd")]).toEqual([0, true, true]);
});
