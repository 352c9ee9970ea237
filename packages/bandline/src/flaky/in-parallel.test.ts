import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { inParallel } from "./in-parallel.js";

it("so many run at a time as are allowed, and the answers are in order", async () => {
  let running = 0;
  let most = 0;
  const answers = await inParallel([3, 1, 2, 4], 2, async (item) => {
    most = Math.max(most, (running += 1));
    for (let turn = 0; turn < item; turn += 1) await setImmediate();
    running -= 1;
    return item * 10;
  });
  expect([answers, most]).toEqual([[30, 10, 20, 40], 2]);
});

it("after a fault nothing new begins, and it is thrown once all that began has ended", async () => {
  const log: string[] = [];
  const all = inParallel(["a", "b", "c", "d"], 2, async (item) => {
    log.push(`${item} begins`);
    if (item === "a") throw new Error("no");
    await setImmediate();
    log.push(`${item} ends`);
  });
  await expect(all).rejects.toThrow("no");
  expect(log).toEqual(["a begins", "b begins", "b ends"]);
});
