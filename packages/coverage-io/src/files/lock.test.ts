import { createTempRepo } from "@repo/core-testing";
import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { breakLock, holderOf, isAlive, tryLock, withLock } from "./lock.js";

const patience = { patienceMs: 60_000, busy: () => new Error("never") };
const impatient = { patienceMs: 50, busy: (holder: number | undefined) => new Error(`busy: ${holder ?? "?"}`) };
const unwritable = { code: "FILE_UNWRITABLE", exitCode: 4 };

it("a lock of a process that lives is waited for, then told with its holder", async () => {
  using repo = createTempRepo({ "broken.lock": "nobody" });
  const path = repo.path("x", "a.lock");
  await withLock(
    path,
    async () => {
      expect(await tryLock(path)).toBe(false);
      await expect(withLock(path, async () => 1, impatient)).rejects.toThrow(`busy: ${process.pid}`);
      await expect(withLock(repo.path("broken.lock"), async () => 1, impatient)).rejects.toThrow("busy: ?");
    },
    patience,
  );
  expect(existsSync(path)).toBe(false);
});

it("a lock is given back where the work fails", async () => {
  using repo = createTempRepo();
  const fails = () => Promise.reject(new Error("the work"));
  await expect(withLock(repo.path("a.lock"), fails, patience)).rejects.toThrow("the work");
  expect(existsSync(repo.path("a.lock"))).toBe(false);
});

const DEAD = "999999999\n";

it.each<[string, Record<string, string>]>([
  ["finds its holder dead", { "a.lock": DEAD }],
  ["finds that one who broke it died, too", { "a.lock": DEAD, "a.lock.break": DEAD }],
  ["finds that one who broke that died as well", { "a.lock": DEAD, "a.lock.break": DEAD, "a.lock.break.break": DEAD }],
])("a lock is held by one alone of many, where each %s", async (_sentence, files) => {
  using repo = createTempRepo(files);
  let inside = 0;
  const one = () =>
    withLock(
      repo.path("a.lock"),
      async () => {
        inside += 1;
        const seen = inside;
        await new Promise((resolve) => setTimeout(resolve, 1));
        inside -= 1;
        return seen;
      },
      patience,
    );
  expect(await Promise.all(Array.from({ length: 20 }, one))).toEqual(Array.from({ length: 20 }, () => 1));
  expect(readdirSync(repo.root).filter((name) => name.startsWith("a.lock"))).toEqual([]);
});

it("a lock of a process that lives, or of nobody, is not broken", async () => {
  using repo = createTempRepo({ "broken.lock": "nobody" });
  const path = repo.path("a.lock");
  await tryLock(path);
  for (const each of [path, repo.path("none"), repo.path("broken.lock")]) await breakLock(each, patience);
  expect([await holderOf(path), existsSync(repo.path("broken.lock"))]).toEqual([process.pid, true]);
});

it("while another breaks a lock, it is waited for, and told", async () => {
  using repo = createTempRepo({ "a.lock": DEAD });
  const path = repo.path("a.lock");
  await tryLock(`${path}.break`);
  const told = (holder: number | undefined, file: string) => new Error(`${holder ?? "?"} ${file}`);
  await expect(withLock(path, async () => 1, { patienceMs: 50, busy: told })).rejects.toThrow(`${process.pid} ${path}.break`);
});

it("a lock that cannot be written is an error", async () => {
  using repo = createTempRepo({ "a.txt": "" });
  await expect(withLock(repo.path("a.txt", "a.lock"), async () => 1, patience)).rejects.toMatchObject(unwritable);
  await expect(tryLock(repo.path("no", "a.lock"))).rejects.toMatchObject(unwritable);
});

it("a process lives, or does not", () => {
  expect([process.pid, 1, 999_999_999].map(isAlive)).toEqual([true, true, false]);
});
