import { expect, it } from "vitest";
import { passwordFaults, type PasswordFault } from "./password-policy.js";

function check(password: string, faults: PasswordFault[], name = "ada"): void {
  expect(passwordFaults(password, name)).toEqual(faults);
}

it.each<[string, string, PasswordFault[]]>([
  ["a password with letters, digits and length is good", "correct horse 9", []],
  ["twelve characters are enough", "abcdefghij12", []],
  ["eleven are not", "abcdefghi12", ["too-short"]],
  ["128 characters are allowed", `${"a".repeat(127)}1`, []],
  ["129 are not", `${"a".repeat(128)}1`, ["too-long"]],
  ["letters of any script count", "пароль-из-слов-7", []],
  ["digits alone are not enough", "123456789012", ["no-letter"]],
  ["letters alone are not enough", "abcdefghijkl", ["no-digit"]],
  ["the user's name may not be part of it, in any case", "my-ADA-password-1", ["contains-name"]],
  ["every fault is told, in a fixed order", "Ada", ["too-short", "no-digit", "contains-name"]],
])("%s", (_sentence, password, faults) => check(password, faults));

it("an empty name is part of no password", () => check("correct horse 9", [], ""));
