import { describe, expect, it } from "vitest";
import { isVisible, publicationFaults, type Publication, type PublicationFault } from "./publication.js";

const NOW = 100;

function check(from: number, until: number | null, faults: PublicationFault[]): void {
  expect(publicationFaults({ from, until }, NOW)).toEqual(faults);
}

describe("a schedule", () => {
  it.each<[string, number, number | null, PublicationFault[]]>([
    ["may have no end", 200, null, []],
    ["may have begun", 50, null, []],
    ["may end later", 200, 201, []],
    ["may have begun, and end in a moment", 50, 101, []],
    ["does not end as it begins", 200, 200, ["ends-before-it-begins"]],
    ["does not end before it begins", 200, 150, ["ends-before-it-begins"]],
    ["does not end now", 50, 100, ["over-already"]],
    ["did not end in the past", 50, 99, ["over-already"]],
    ["tells every fault, in a fixed order", 50, 40, ["ends-before-it-begins", "over-already"]],
  ])("%s", (_sentence, from, until, faults) => check(from, until, faults));
});

describe("a page", () => {
  it.each<[string, Publication | null, boolean]>([
    ["that is not scheduled is not visible", null, false],
    ["is not visible before it begins", { from: 101, until: null }, false],
    ["is visible from its first moment on", { from: 100, until: null }, true],
    ["is visible afterwards", { from: 99, until: null }, true],
    ["is visible up to its end", { from: 0, until: 101 }, true],
    ["is not visible at its end", { from: 0, until: 100 }, false],
    ["is not visible before it begins, even where it ends later", { from: 101, until: 200 }, false],
  ])("%s", (_sentence, publication, visible) => {
    expect(isVisible(publication, NOW)).toBe(visible);
  });
});
