import { expect, it } from "vitest";
import { sectionFaults, type Section, type SectionFault } from "./section.js";

const hero: Section = { kind: "hero", heading: "Bikes", text: "For all." };
const text: Section = { kind: "text", text: "They last." };
const call: Section = { kind: "call-to-action", label: "Buy", target: "/shop" };

function check(sections: readonly Section[], faults: SectionFault[]): void {
  expect(sectionFaults(sections)).toEqual(faults);
}

it.each<[string, readonly Section[], SectionFault[]]>([
  ["a hero, a text and a call are good", [hero, text, call], []],
  ["a hero alone is good", [hero], []],
  ["a text may come first", [text, call], []],
  ["a page has a section", [], ["no-section"]],
  ["twenty are allowed", Array<Section>(20).fill(text), []],
  ["more are not", Array<Section>(21).fill(text), ["too-many-sections"]],
  ["a hero comes first", [text, hero], ["hero-not-first"]],
  ["a second hero cannot", [hero, text, hero], ["hero-not-first"]],
  ["a call alone says nothing", [call], ["nothing-but-calls"]],
  ["nor do two", [call, call], ["nothing-but-calls"]],
  ["every fault is told, in a fixed order", [...Array<Section>(20).fill(text), hero], ["too-many-sections", "hero-not-first"]],
])("%s", (_sentence, sections, faults) => check(sections, faults));
