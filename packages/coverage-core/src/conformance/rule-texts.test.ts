import { expect, it } from "vitest";
import { CONFORMANCE_RULES } from "../contract/names.js";
import { RULE_TEXTS, pageOf } from "./rule-texts.js";

it("each rule says in a sentence of its own what it holds, and has a page of its own", () => {
  expect(Object.keys(RULE_TEXTS)).toEqual([...CONFORMANCE_RULES]);
  expect(new Set(Object.values(RULE_TEXTS)).size).toBe(CONFORMANCE_RULES.length);
  expect(pageOf("arrows")).toBe("docs/guides/conformance.md#arrows");
});
