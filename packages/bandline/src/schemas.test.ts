import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { run } from "./__fixtures__/run.js";
import { runSchemas, type SchemaFolder } from "./index.js";

const FOLDERS: readonly SchemaFolder[] = [
  { folder: "a/schemas", texts: () => ({ "one.json": "1\n", "two.json": "2\n" }) },
  { folder: "b/schemas", texts: () => Promise.resolve({ "three.json": "3\n", "four.json": "4\n" }) },
];

const schemas = async ({ root }: Pick<TempRepo, "root">, ...argv: string[]) => {
  const ran = await run((args, io) => runSchemas(args, io, FOLDERS), argv, { cwd: root });
  return {
    ...ran,
    document: JSON.parse(ran.stdout) as {
      status: string;
      files: { path: string; changed: boolean }[];
      nextActions: string[];
      errors: { code: string }[];
    },
  };
};
const ONE = "a/schemas/one.json";

it("what is missing is written, and the next run changes nothing", async () => {
  using repo = createTempRepo({ [ONE]: "1\n" });
  const behind = await schemas(repo, "--check");
  expect([behind.exitCode, behind.document.status, behind.document.nextActions]).toEqual([
    1,
    "fail",
    ["pnpm schemas, and commit a/schemas/two.json and b/schemas/three.json and b/schemas/four.json"],
  ]);
  expect([behind.stderr, repo.git("status", "--porcelain")]).toEqual([
    expect.stringContaining("  a/schemas/two.json is out of date\n"),
    "",
  ]);
  const made = await schemas(repo);
  expect([made.exitCode, made.stderr]).toEqual([
    0,
    "schemas pass: 4 files\n  a/schemas/two.json is written\n  b/schemas/three.json is written\n  b/schemas/four.json is written\n",
  ]);
  expect(readFileSync(repo.path("b/schemas/four.json"), "utf8")).toBe("4\n");
  const again = await schemas(repo, "--check", "--json", "--cwd", "a");
  expect([again.exitCode, again.stderr, again.document.files.some(({ changed }) => changed)]).toEqual([0, "", false]);
});

it("many are named by their folders", async () => {
  using repo = createTempRepo({ [ONE]: "0\n" });
  expect((await schemas(repo, "--check")).document.nextActions).toEqual(["pnpm schemas, and commit a/schemas and b/schemas"]);
});

it("help is the answer, an unknown flag an error, and a folder that is no repository too", async () => {
  const { stdout } = await run((args, io) => runSchemas(args, io, FOLDERS), ["--help"], { cwd: "/" });
  expect(stdout).toContain("--check");
  const unknown = await schemas({ root: "/" }, "--chek");
  expect([unknown.exitCode, unknown.document.errors[0]?.code, unknown.stderr]).toEqual([2, "USAGE", expect.stringContaining("USAGE: ")]);
  expect((await schemas({ root: "/" })).document.errors[0]?.code).toBe("NOT_A_REPOSITORY");
});
