import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { blobIdOf } from "./blob-id.js";

function check(bytes: Uint8Array, id?: string): void {
  expect(blobIdOf(bytes)).toBe(
    id ?? execFileSync("git", ["hash-object", "--no-filters", "--stdin"], { input: bytes, encoding: "utf8" }).trimEnd(),
  );
}

describe("a blob id is git's", () => {
  it.each<[string, Uint8Array, string?]>([
    ["for no bytes", Buffer.from(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"],
    ["for a line", Buffer.from("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a"],
    ["for letters of several bytes", Buffer.from("ä я 語\n")],
    ["for line ends of Windows", Buffer.from("a\r\nb\r\n")],
    ["for bytes that are no text", Uint8Array.from([0, 255, 254, 10, 0])],
  ])("%s", (_sentence, bytes, id) => check(bytes, id));
});
