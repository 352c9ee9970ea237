import { createTempRepo } from "@repo/core-testing";
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findFiles, listFiles } from "./find-files.js";
import { blobIdOf, modifiedAt, openReport, readIfThere, readReport, reopenedReport } from "./read-files.js";
import { createAtomicFile, writeAtomically } from "./write-files.js";

const failure = (code: string, exitCode: number): Error => expect.objectContaining({ code, exitCode }) as Error;

describe("a file", () => {
  it("is read where it is there, and only its absence is no error", async () => {
    using repo = createTempRepo({ "a.txt": "text" });
    expect(String(await readIfThere(repo.path("a.txt")))).toBe("text");
    expect(await readIfThere(repo.path("b.txt"))).toBeUndefined();
    expect(await readIfThere(repo.path("a.txt/b.txt"))).toBeUndefined();
    await expect(readIfThere(repo.root)).rejects.toThrow(failure("FILE_UNREADABLE", 3));
  });

  it("that should be a report is missed by name", async () => {
    using repo = createTempRepo({ "a.info": "x" });
    expect(String(await readReport(repo.path("a.info")))).toBe("x");
    await expect(readReport(repo.path("b.info"))).rejects.toThrow(failure("REPORT_MISSING", 3));
  });

  it("that should be a report is read in pieces, and its faults are told at the first of them", () => {
    using repo = createTempRepo({ "a.info": "0123456789" });
    using report = openReport(repo.path("a.info"));
    const piece = Buffer.alloc(4);
    expect([report.size, report.read(piece, 4), String(piece)]).toEqual([10, 4, "4567"]);
    expect([report.read(piece, 8), String(piece.subarray(0, 2))]).toEqual([2, "89"]);
    expect(() => openReport(repo.path("b.info"))).toThrow(failure("REPORT_MISSING", 3));
    using folder = openReport(repo.root);
    expect(() => folder.read(piece, 0)).toThrow(failure("FILE_UNREADABLE", 3));
  });

  it("that should be a report and becomes shorter while it is read is no shorter report", () => {
    using repo = createTempRepo({ "a.info": "0123456789" });
    using report = openReport(repo.path("a.info"));
    writeFileSync(repo.path("a.info"), "01234");
    expect(() => report.read(Buffer.alloc(4), 4)).toThrow(failure("REPORT_CHANGED", 3));
    expect(report.read(Buffer.alloc(4), 0)).toBe(4);
  });

  it("that should be a report can be read without keeping it open, as long as it stays the same", () => {
    using repo = createTempRepo({ "a.info": "0123456789" });
    using report = reopenedReport(repo.path("a.info"));
    const piece = Buffer.alloc(4);
    expect([report.size, report.read(piece, 8), String(piece.subarray(0, 2))]).toEqual([10, 2, "89"]);
    repo.write({ "a.info": "another text" });
    expect(() => report.read(piece, 0)).toThrow(failure("REPORT_CHANGED", 3));
    repo.write({ "a.info": null });
    expect(() => report.read(piece, 0)).toThrow(failure("REPORT_MISSING", 3));
    expect(() => reopenedReport(repo.path("b.info"))).toThrow(failure("REPORT_MISSING", 3));
  });

  it("has a time of change where it is there", async () => {
    using repo = createTempRepo({ "a.txt": "" });
    expect(await modifiedAt(repo.path("a.txt"))).toBeGreaterThan(1_700_000_000_000);
    expect(await modifiedAt(repo.path("b.txt"))).toBeUndefined();
    expect(await modifiedAt(repo.path("a.txt/b.txt"))).toBeUndefined();
    symlinkSync("loop", repo.path("loop"));
    expect(await modifiedAt(repo.path("loop"))).toBeUndefined();
  });

  it.each([
    ["text", "export {};\n"],
    ["no text at all", ""],
    ["lines of another system", "a\r\nb\r\n"],
    ["bytes", new Uint8Array([0, 255, 10])],
  ])("has git's own blob id: %s", (_sentence, text) => {
    using repo = createTempRepo({ x: text, ".gitattributes": "* text=auto\n" });
    expect(blobIdOf(readFileSync(repo.path("x")))).toBe(repo.git("hash-object", "--no-filters", "x"));
  });
});

it("globs find files in order, in the form that they are given in", async () => {
  using repo = createTempRepo({ "b/2.info": "", "a/1.info": "", "node_modules/x/3.info": "", "a/x.txt": "" });
  expect(await findFiles("**/*.info", repo.root)).toEqual(["a/1.info", "b/2.info"]);
  expect(await findFiles(repo.path("a/*.info"), "/")).toEqual([repo.path("a/1.info")]);
});

it("a folder's files are listed with those that begin with a dot, without git's, a package manager's and what links lead to", async () => {
  using outside = createTempRepo({ "secret.ts": "" });
  using repo = createTempRepo({ "a.ts": "", ".env.ts": "", ".ci/b.ts": "", "node_modules/x/c.ts": "", "sub/node_modules/d.ts": "" });
  repo.write({ "sub/.git": "gitdir: elsewhere", "sub/e.ts": "" });
  symlinkSync(outside.root, repo.path("out"));
  symlinkSync(repo.root, repo.path("circle"));
  symlinkSync(repo.path("a.ts"), repo.path("link.ts"));
  expect(await listFiles(repo.root)).toEqual([".ci/b.ts", ".env.ts", "a.ts", "sub/e.ts"]);
});

describe("writing", () => {
  it("replaces a file as a whole, whoever else writes, and makes its folders", async () => {
    using repo = createTempRepo();
    const path = repo.path("deep/er/x.txt");
    const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeAtomically(path, text)));
    expect(texts).toContain(readFileSync(path, "utf8"));
    expect(await findFiles("**", repo.path("deep"))).toEqual(["er/x.txt"]);
  });

  const filesIn = (folder: string) => readdirSync(folder).filter((name) => name !== ".git");

  it("piece by piece takes the old file's place, and its mode, in the end", () => {
    using repo = createTempRepo({ "x.sh": "old" });
    chmodSync(repo.path("x.sh"), 0o755);
    using file = createAtomicFile(repo.path("x.sh"));
    file.write(Buffer.from("new "));
    file.write(Buffer.from("text"));
    expect(readFileSync(repo.path("x.sh"), "utf8")).toBe("old");
    file.commit();
    expect([readFileSync(repo.path("x.sh"), "utf8"), statSync(repo.path("x.sh")).mode & 0o777]).toEqual(["new text", 0o755]);
  });

  it("through a link changes what it leads to", async () => {
    using repo = createTempRepo({ "kept/x.txt": "old" });
    symlinkSync("kept/x.txt", repo.path("link.txt"));
    await writeAtomically(repo.path("link.txt"), "new");
    expect([lstatSync(repo.path("link.txt")).isSymbolicLink(), readFileSync(repo.path("kept/x.txt"), "utf8")]).toEqual([true, "new"]);
  });

  it("to what is no file, as /dev/null, leaves it what it is", async () => {
    await writeAtomically("/dev/null", "new");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("that is given up leaves nothing, not even the folders that were made for it", () => {
    using repo = createTempRepo({ "x.txt": "old" });
    for (const path of ["x.txt", "deep/er/x.txt"]) {
      using file = createAtomicFile(repo.path(path));
      file.write(Buffer.from("half"));
    }
    expect([readFileSync(repo.path("x.txt"), "utf8"), ...filesIn(repo.root)]).toEqual(["old", "x.txt"]);
  });

  it("that is given up leaves folders that somebody else uses by now", () => {
    using repo = createTempRepo();
    {
      using file = createAtomicFile(repo.path("deep/er/x.txt"));
      file.write(Buffer.from("half"));
      repo.write({ "deep/y.txt": "" });
    }
    expect(filesIn(repo.path("deep"))).toEqual(["y.txt"]);
  });

  it("takes away what a killed run left behind an hour ago, and nothing younger", () => {
    using repo = createTempRepo({ ".x.txt.part-old": "", ".x.txt.part-new": "", ".y.txt.part-old": "" });
    for (const name of [".x.txt.part-old", ".y.txt.part-old"]) utimesSync(repo.path(name), 1_000, 1_000);
    using file = createAtomicFile(repo.path("x.txt"));
    file.commit();
    expect(filesIn(repo.root)).toEqual([".x.txt.part-new", ".y.txt.part-old", "x.txt"]);
  });

  it("that cannot be done is an error of ours, and leaves nothing", async () => {
    using repo = createTempRepo({ "a.txt": "old" });
    await expect(writeAtomically(repo.path("a.txt/b.txt"), "new")).rejects.toThrow(failure("FILE_UNWRITABLE", 4));
    mkdirSync(repo.path("folder"));
    await expect(writeAtomically(repo.path("folder"), "new")).rejects.toThrow(failure("FILE_UNWRITABLE", 4));
    expect((await findFiles("**", repo.root)).filter((file) => !file.startsWith(".git"))).toEqual(["a.txt"]);
  });
});
