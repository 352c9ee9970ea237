/**
 * Rules that ask programs: dependency-cruiser, vitest, and the door's own checks. Each is the real one.
 * @module-tag slow
 */
import { CONFORMANCE_RULES } from "@repo/coverage-core";
import { conformanceDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STATE, USE_CASE, VIOLATIONS, VITEST_CONFIG, createConforming, linkInstalled } from "./__fixtures__/conforming.js";
import { runDocument } from "./__fixtures__/run.js";
import { checkBuild, runConformance } from "./index.js";

const WORKSPACE = join(import.meta.dirname, "../../..");

/** `file:line message | hint` of each finding, then the errors. */
async function told(repo: TempRepo, rule: string): Promise<string[]> {
  const argv = ["--json", "--rule", rule];
  const { exitCode, document } = await runDocument(conformanceDocument, runConformance, argv, { cwd: repo.root, env: process.env });
  const findings = document.rules.flatMap((each) => each.findings);
  expect(exitCode).toBe(findings.length > 0 ? 1 : document.errors.length > 0 ? 4 : 0);
  return [
    ...findings.map(({ file, line, message, hint }) => `${file}:${line ?? "-"} ${message} | ${hint}`),
    ...document.errors.map(({ code, message, hint }) => `${code} ${message} | ${hint}`),
  ];
}

const ARROWS = `export default {
  forbidden: [
    { name: "entities-are-pure", severity: "error", comment: "Move it into a use case.", from: { path: "/entities/" }, to: { pathNot: "/entities/" } },
    { name: "told-only", severity: "warn", from: { path: "buy" }, to: { path: "price" } },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: { path: "/(entities|use-cases)/" }, to: { couldNotResolve: true } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true },
};
`;
const PRICE = "packages/shop/src/entities/price.ts";
const CONFIG = ".dependency-cruiser.mjs";

function withArrows(more: Readonly<Record<string, string>> = {}): TempRepo {
  const repo = createConforming({ [CONFIG]: ARROWS, ...more });
  linkInstalled(repo, "dependency-cruiser", "typescript");
  return repo;
}

describe("arrows", () => {
  it("tell each import and each circle, also of a file that git does not know yet and whose name looks like a glob", async () => {
    using repo = withArrows({
      "packages/shop/src/entities/[id].ts":
        'import type { Readable } from "node:stream";\n\nimport { buy } from "../application/use-cases/buy.js";\nexport const id = (stream: Readable) => buy(stream);\n',
      [PRICE]: 'import { tax } from "./tax.mjs";\nexport const price = tax;\n',
      "packages/shop/src/entities/tax.mjs": 'import { price } from "./price.ts";\nexport const tax = price;\n',
    });
    expect((await told(repo, "arrows")).sort()).toEqual([
      "packages/shop/src/entities/[id].ts:1 entities-are-pure: it imports stream | Move it into a use case.",
      `packages/shop/src/entities/[id].ts:3 entities-are-pure: it imports ${USE_CASE} | Move it into a use case.`,
      `${PRICE}:1 no-circular: it imports itself: ${PRICE} → packages/shop/src/entities/tax.mjs → ${PRICE} | see the rule no-circular of dependency-cruiser's configuration`,
    ]);
  });

  it("are no pass where dependency-cruiser cannot read its rules", async () => {
    using repo = withArrows({ [CONFIG]: "export default {\n" });
    const [error = ""] = await told(repo, "arrows");
    expect(error).toMatch(
      /^CHECK_FAILED dependency-cruiser could not be asked: ERROR: .+ \| pnpm exec depcruise --config \.dependency-cruiser\.mjs \.$/,
    );
  });

  it("that held are known, as long as no source, no setting and nothing that imports lead to has changed", async () => {
    const built = "packages/shop/dist/made.js";
    using repo = withArrows({ ".gitignore": "node_modules\ndist\n", [built]: "", [USE_CASE]: 'import "../../../dist/made.js";\n' });
    repo.write({ "node_modules/.cache/bandline/arrows.json": "no JSON" });
    expect(await told(repo, "arrows")).toEqual([]);
    // From here on, whoever asks gets no answer.
    const { version } = JSON.parse(readFileSync(repo.path("node_modules/dependency-cruiser/package.json"), "utf8")) as { version: string };
    rmSync(repo.path("node_modules/dependency-cruiser"));
    repo.write({ "node_modules/dependency-cruiser/package.json": JSON.stringify({ version }) });
    const isAsked = async () => (await told(repo, "arrows")).some((line) => line.startsWith("CHECK_FAILED dependency-cruiser"));
    const change = async (file: string, text: string | null) => {
      const before = readFileSync(repo.path(file), "utf8");
      repo.write({ [file]: text });
      const asked = await isAsked();
      repo.write({ [file]: before });
      return asked;
    };
    repo.commit({ "README.md": "# other\n" });
    expect(await isAsked()).toBe(false);
    expect(await change(PRICE, "export const price = 3;\n")).toBe(true);
    expect(await change("packages/shop/package.json", "{}")).toBe(true);
    expect(await change(CONFIG, `${ARROWS}\n`)).toBe(true);
    expect(await change(built, null)).toBe(true);
    expect(await change("node_modules/dependency-cruiser/package.json", '{ "version": "0.0.0" }')).toBe(true);
    expect(await isAsked()).toBe(false);
  });

  it("pass also where nothing can be kept", async () => {
    using repo = withArrows({ "node_modules/.cache": "a file" });
    expect(await told(repo, "arrows")).toEqual([]);
  });
});

const THRESHOLDS = `{ statements: 80, branches: 75, functions: 80, lines: 80, "src/entities/**": { statements: 100, branches: 100, functions: 100, lines: 100 } }`;

describe("thresholds of a config that is more than the preset's", () => {
  it.each<[sentence: string, config: string, message: RegExp | null]>([
    ["pass where vitest gets what the manifest says", `console.log("noise");\nexport default of(${THRESHOLDS});\n`, null],
    [
      "fail where it gets others",
      `export default of({ ...${THRESHOLDS}, lines: 10 });\n`,
      /^packages\/shop\/vitest\.config\.ts:1 vitest gets lines 10 for all files, the manifest says 80 \| make packages\/shop\/vitest\.config\.ts: /,
    ],
    ["fail where it gets none", "export default {};\n", /:1 vitest gets no thresholds \| /],
    [
      "are no pass where the config breaks",
      'throw new Error("no");\n',
      /^CHECK_FAILED vitest of @demo\/shop could not be asked: Error: no \| pnpm --dir packages\/shop exec vitest list$/,
    ],
  ])("%s", async (_sentence, config, message) => {
    using repo = createConforming({
      [VITEST_CONFIG]: `const of = (values) => ({ test: { coverage: { ["thres" + "holds"]: values } } });\n${config}`,
    });
    linkInstalled(repo, "vitest");
    expect(await told(repo, "one-source")).toEqual(message === null ? [] : [expect.stringMatching(message)]);
  });

  it("of a repository that is one package are asked for at its root", async () => {
    using repo = createConforming({
      "repo.manifest.ts": null,
      "src/feature.manifest.ts": `export const m = defineFeature({ name: "solo", coverage: { bands: { baseline: { statements: 1, branches: 1, functions: 1, lines: 1 } } } });\n`,
      "vitest.config.ts": 'throw new Error("no");\n',
    });
    linkInstalled(repo, "vitest");
    expect(await told(repo, "one-source")).toEqual([
      "CHECK_FAILED vitest of shop-workspace could not be asked: Error: no | pnpm exec vitest list",
    ]);
  });
});

it("the door has checks of its own: the state of stories, and every schema", () => {
  using repo = createConforming({ [STATE]: "{}\n", "packages/bandline/schemas/agents.v1.json": "{}\n" });
  const door = join(WORKSPACE, "scripts/conformance/conformance.mjs");
  const argv = [door, "--json", "--rule", "work-state", "generated-files"];
  const { status, stdout } = spawnSync(process.execPath, argv, { cwd: repo.root, encoding: "utf8" });
  const document = conformanceDocument.parse(JSON.parse(stdout));
  const [state, generated] = document.rules.map(({ findings }) => findings.map(({ file }) => file));
  expect([status, state, document.nextActions]).toEqual([
    1,
    [STATE],
    [
      "pnpm work state, and commit docs/work/_system/_state.json",
      "pnpm schemas, and commit packages/bandline/schemas and packages/work/schemas",
    ],
  ]);
  expect(generated).toContain("packages/bandline/schemas/agents.v1.json");
});

it("what is generated is not judged by a build that is older than its sources", async () => {
  const project = (more: object) => JSON.stringify({ compilerOptions: { composite: true, outDir: "dist", rootDir: "src" }, ...more });
  using repo = createConforming({
    "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "packages/shop" }, { path: "tsconfig.tests.json" }] }),
    "tsconfig.tests.json": JSON.stringify({ compilerOptions: { composite: true, outDir: "out" }, files: ["a.ts"] }),
    "a.ts": "export const a = 1;\n",
    "packages/shop/tsconfig.json": project({ files: ["src/main.ts"] }),
    "packages/shop/src/main.ts": "export const main = 1;\n",
  });
  const asked = async () => {
    const [out]: [string[]] = [[]];
    const io = { cwd: repo.root, env: process.env, stdin: process.stdin, stdout: { write: (text: unknown) => out.push(String(text)) } };
    const exitCode = await checkBuild([], { ...io, stderr: io.stdout });
    const { status, errors } = JSON.parse(out.join("")) as { status: string; errors?: { code: string; message: string }[] };
    return [exitCode, status, errors?.[0]?.code, errors?.[0]?.message.includes("the sources of packages/shop,")];
  };
  const stale = [4, "error", "BUILD_STALE", true];
  expect(await asked()).toEqual([4, "error", "CHECK_FAILED", false]);
  linkInstalled(repo, "typescript");
  expect(await asked()).toEqual(stale);
  spawnSync(process.execPath, [repo.path("node_modules/typescript/bin/tsc"), "-b"], { cwd: repo.root });
  expect(await asked()).toEqual([0, "pass", undefined, undefined]);
  repo.write({ "a.ts": "export const a = 2;\n" });
  expect(await asked()).toEqual([0, "pass", undefined, undefined]);
  repo.write({ "packages/shop/src/main.ts": "export const main = 2;\n" });
  expect(await asked()).toEqual(stale);
});

it("the guide shows findings as they are told", () => {
  const adapters = "packages/shop/src/interface-adapters/repositories/in-memory.ts";
  const comment = "A use case takes repositories and services as interfaces in its deps. Wire the real ones in di/bind-production.ts.";
  const rule = {
    name: "use-cases-know-no-adapters",
    severity: "error",
    comment,
    from: { path: "/application/" },
    to: { path: "adapters/" },
  };
  using repo = createConforming({
    ...VIOLATIONS,
    [CONFIG]: `export default { forbidden: [${JSON.stringify(rule)}] };\n`,
    [adapters]: "export const all = [];\n",
    [USE_CASE]: 'import { all } from "../../interface-adapters/repositories/in-memory.js";\nexport const buy = () => all;\n',
  });
  linkInstalled(repo, "dependency-cruiser", "typescript");
  const { stderr } = spawnSync(process.execPath, [join(WORKSPACE, "scripts/conformance/conformance.mjs")], {
    cwd: repo.root,
    encoding: "utf8",
  });
  const guide = readFileSync(join(WORKSPACE, "docs/guides/conformance.md"), "utf8");
  const sections = guide.slice(guide.indexOf("\n## Rules\n")).split(/^### /m).slice(1);
  const shown = sections.map((text) => ({ id: text.slice(0, text.indexOf("\n")), block: /^```\n([^]*?)^```$/m.exec(text)?.[1] ?? "none" }));
  expect(shown.map(({ id }) => id)).toEqual([...CONFORMANCE_RULES]);
  for (const { id, block } of shown) expect(stderr).toContain(`${block}    why: docs/guides/conformance.md#${id}\n`);
});

it("this repository passes", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/conformance/conformance.mjs", "--json"], {
    cwd: WORKSPACE,
    encoding: "utf8",
  });
  const { rules } = conformanceDocument.parse(JSON.parse(stdout));
  expect(rules.filter((each) => each.status !== "pass")).toEqual([]);
  expect(status).toBe(0);
});
