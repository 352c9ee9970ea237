import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unquotePath } from "./unquote-path.js";

function check(text: string, expected: string | undefined): void {
  expect(unquotePath(text)).toEqual(expected);
}

describe("a name as git writes it", () => {
  it.each<[string, string, string | undefined]>([
    ["is itself without quotes", "src/a.ts", "src/a.ts"],
    ["keeps a back-slash without quotes", "a\\tb", "a\\tb"],
    ["is UTF-8 without quotes", "\u00c3\u00a4", "ä"],
    ["loses its quotes", '"a b"', "a b"],
    ["has each letter's escape", '"\\a\\b\\t\\n\\v\\f\\r\\"\\\\"', '\x07\b\t\n\v\f\r"\\'],
    ["has bytes in octal", '"\\303\\244\\001"', "ä\x01"],
    ["has digits behind octal", '"\\0011"', "\x011"],
    ["is empty in empty quotes", '""', ""],
    ["is none where the quotes do not close", '"a', undefined],
    ["is none where quotes close too early", '"a" "b"', undefined],
    ["is none where the last quote is content", '"a\\"', undefined],
    ["is none where an escape is cut", '"a\\', undefined],
    ["is none with an escape that git does not write", '"a\\qb"', undefined],
    ["is none with octal beyond a byte", '"\\400"', undefined],
    ["is none with half an octal", '"\\03"', undefined],
  ])("%s", (_sentence, text, expected) => {
    check(text, expected);
  });

  it("comes back, whatever it is, from git's strictest quoting", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const octal = [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
        check(`"${octal}"`, Buffer.from(bytes).toString());
      }),
    );
  });
});
