import { describe, expect, it } from "vitest";
import { BIKES, pagesWorld, readOnlyWorld } from "../../__fixtures__/pages-world.js";
import { schedulePage } from "./schedule-page.js";

const publication = { from: 2_000, until: 3_000 };

describe("scheduling a page", () => {
  it("stores the schedule", async () => {
    const world = pagesWorld([BIKES]);
    expect(await schedulePage(world, "/bikes", publication)).toEqual({ ...BIKES, publication });
    expect(await world.pages.find("/bikes")).toEqual({ ...BIKES, publication });
  });

  it("is refused where it is over, and nothing is stored", async () => {
    const over = { from: 0, until: 1_000 };
    expect(await schedulePage(readOnlyWorld(), "/bikes", over)).toEqual({ error: "bad-schedule", faults: ["over-already"] });
  });

  it("is refused for an unknown page", async () => {
    expect(await schedulePage(pagesWorld(), "/bikes", publication)).toEqual({ error: "unknown-page" });
  });
});
