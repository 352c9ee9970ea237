import { createTempRepo } from "@repo/core-testing";
import { existsSync } from "node:fs";
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

it("a lock is broken by one alone of those that find its holder dead", async () => {
  using repo = createTempRepo({ "a.lock": "999999999\n" });
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
});

it("a lock of a process that lives is put back where another broke it", async () => {
  using repo = createTempRepo({ x: "" });
  const path = repo.path("a.lock");
  await tryLock(path);
  await breakLock(path);
  await breakLock(repo.path("none"));
  expect(await holderOf(path)).toBe(process.pid);
});

it("a lock that cannot be written is an error", async () => {
  using repo = createTempRepo({ "a.txt": "" });
  await expect(withLock(repo.path("a.txt", "a.lock"), async () => 1, patience)).rejects.toMatchObject(unwritable);
  await expect(tryLock(repo.path("no", "a.lock"))).rejects.toMatchObject(unwritable);
});

it("a process lives, or does not", () => {
  expect([process.pid, 1, 999_999_999].map(isAlive)).toEqual([true, true, false]);
});
