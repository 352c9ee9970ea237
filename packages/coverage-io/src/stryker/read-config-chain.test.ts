import { createTempRepo } from "@repo/core-testing";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfigChain } from "./read-config-chain.js";

const CONFIG = "packages/a/stryker.config.json";

interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** Package in `node_modules` of `packages/a` → the folder that it is. */
  readonly links?: Readonly<Record<string, string>>;
}

async function chainOf({ files, links = {} }: Case) {
  using repo = createTempRepo({ "packages/a/package.json": "{}", ...files });
  for (const [name, folder] of Object.entries(links)) {
    const link = repo.path("packages/a/node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(repo.path(folder), link);
  }
  const chain = await readConfigChain(repo.root, repo.path("packages/a"));
  const text = JSON.stringify(chain?.map(({ file, options }) => [file, options]) ?? null);
  return JSON.parse(text.replaceAll(repo.root, "ROOT")) as unknown;
}

async function check(given: Case, expected: unknown): Promise<void> {
  expect(await chainOf(given)).toEqual(expected);
}

async function checkFault(given: Case, code: string, message: RegExp): Promise<void> {
  await expect(chainOf(given)).rejects.toMatchObject({
    code,
    exitCode: 2,
    message: expect.stringMatching(message) as string,
    hint: expect.any(String) as string,
  });
}

const json = (value: unknown) => JSON.stringify(value);
const BASE_PACKAGE = { "packages/base/package.json": json({ name: "@x/base", exports: { "./b.json": "./b.json" } }) };

describe("the files of a package's Stryker configuration", () => {
  const rows: [sentence: string, given: Case, expected: unknown][] = [
    ["there are none where the package has none", { files: {} }, null],
    ["there is one without extends", { files: { [CONFIG]: json({ timeoutMS: 1 }) } }, [[CONFIG, { timeoutMS: 1 }]]],
    [
      "a base comes before what extends it",
      {
        files: {
          [CONFIG]: json({ extends: "./base.json", timeoutMS: 1 }),
          "packages/a/base.json": json({ extends: "../top.json" }),
          "packages/top.json": json({ timeoutMS: 2 }),
        },
      },
      [
        ["packages/top.json", { timeoutMS: 2 }],
        ["packages/a/base.json", {}],
        [CONFIG, { timeoutMS: 1 }],
      ],
    ],
    [
      "of a list the later ones weigh more, and what two of them extend is said once",
      {
        files: {
          [CONFIG]: json({ extends: ["../x.json", "../y.json"] }),
          "packages/x.json": json({ extends: "./z.json" }),
          "packages/y.json": json({ extends: "./z.json" }),
          "packages/z.json": "{}",
        },
      },
      [
        ["packages/z.json", {}],
        ["packages/x.json", {}],
        ["packages/y.json", {}],
        [CONFIG, {}],
      ],
    ],
    [
      "a file of a package is resolved as node resolves it",
      {
        files: { ...BASE_PACKAGE, [CONFIG]: json({ extends: "@x/base/b.json" }), "packages/base/b.json": json({ timeoutMS: 3 }) },
        links: { "@x/base": "packages/base" },
      },
      [
        ["packages/base/b.json", { timeoutMS: 3 }],
        [CONFIG, {}],
      ],
    ],
    [
      "a plugin is the package's own where it has it",
      {
        files: {
          [CONFIG]: json({ plugins: ["p", "./own.js", 7] }),
          "packages/p/package.json": json({ name: "p", main: "p.js" }),
          "packages/p/p.js": "",
        },
        links: { p: "packages/p" },
      },
      [[CONFIG, { plugins: ["ROOT/packages/p/p.js", "ROOT/packages/a/own.js", 7] }]],
    ],
    [
      "a plugin of a base is resolved from there where the package has none",
      {
        files: {
          [CONFIG]: json({ extends: "../base/b.json" }),
          "packages/base/b.json": json({ plugins: ["p"] }),
          "packages/base/node_modules/p/index.js": "",
        },
      },
      [
        ["packages/base/b.json", { plugins: ["ROOT/packages/base/node_modules/p/index.js"] }],
        [CONFIG, {}],
      ],
    ],
    ["plugins that are no list are left to whoever checks them", { files: { [CONFIG]: json({ plugins: 1 }) } }, [[CONFIG, { plugins: 1 }]]],
    ["a byte order mark is no fault", { files: { [CONFIG]: "\uFEFF{}" } }, [[CONFIG, {}]]],
  ];
  it.each(rows)("%s", (_, given, expected) => check(given, expected));

  const faults: [sentence: string, given: Case, code: string, message: RegExp][] = [
    [
      "a base that is not there",
      { files: { [CONFIG]: json({ extends: "./no.json" }) } },
      "CONFIG_MISSING",
      /^packages\/a\/stryker\.config\.json extends packages\/a\/no\.json, which is not there$/,
    ],
    [
      "a package that cannot be resolved",
      { files: { [CONFIG]: json({ extends: "@x/no/b.json" }) } },
      "CONFIG_MISSING",
      /extends @x\/no\/b\.json, which cannot be resolved from there$/,
    ],
    [
      "files that extend each other",
      { files: { [CONFIG]: json({ extends: "./b.json" }), "packages/a/b.json": json({ extends: "./stryker.config.json" }) } },
      "CONFIG_CYCLE",
      /^packages\/a\/stryker\.config\.json extends packages\/a\/b\.json extends packages\/a\/stryker\.config\.json$/,
    ],
    ["extends of another kind", { files: { [CONFIG]: json({ extends: [1] }) } }, "CONFIG_INVALID", /extends is \[1\]; allowed: a path/],
    ["what is no JSON", { files: { [CONFIG]: "{ // no" } }, "CONFIG_MALFORMED", /^packages\/a\/stryker\.config\.json: /],
    ["JSON that is no object", { files: { [CONFIG]: "[]" } }, "CONFIG_MALFORMED", /^packages\/a\/stryker\.config\.json holds no object$/],
    ["JSON null", { files: { [CONFIG]: "null" } }, "CONFIG_MALFORMED", /holds no object$/],
    [
      "a plugin that nobody has",
      { files: { [CONFIG]: json({ plugins: ["@x/none"] }) } },
      "PLUGIN_MISSING",
      /^packages\/a\/stryker\.config\.json names the plugin @x\/none, which can be resolved neither from packages\/a nor from there$/,
    ],
    [
      "a configuration that would have to be run",
      { files: { "packages/a/stryker.config.mjs": "export default {}" } },
      "CONFIG_UNREADABLE",
      /^packages\/a\/stryker\.config\.mjs is not read/,
    ],
  ];
  it.each(faults)("refuses %s", (_, given, code, message) => checkFault(given, code, message));

  it("names a file outside of the repository by its whole path", async () => {
    using elsewhere = createTempRepo({ "base.json": json({ timeoutMS: 4 }) });
    using repo = createTempRepo({ "package.json": "{}", "stryker.config.json": json({ extends: elsewhere.path("base.json") }) });
    const chain = await readConfigChain(repo.root, repo.root);
    expect(chain?.map(({ file }) => file)).toEqual([elsewhere.path("base.json"), "stryker.config.json"]);
  });

  it("calls the package at the repository's root by a dot", async () => {
    using repo = createTempRepo({ "package.json": "{}", "stryker.config.json": json({ plugins: ["@x/none"] }) });
    await expect(readConfigChain(repo.root, repo.root)).rejects.toMatchObject({
      code: "PLUGIN_MISSING",
      hint: "pnpm --dir . add -D @x/none",
    });
  });
});
