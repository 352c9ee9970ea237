import { expect, it } from "vitest";
import { PresetError } from "./preset-error.js";

it("a preset's error has a code, an exit code and a hint, and tells all of it in its message, which is all that vitest shows", () => {
  const error = new PresetError("BAND_MATCHES_NO_FILE", "it holds no file", "correct it");
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "PresetError",
    code: "BAND_MATCHES_NO_FILE",
    exitCode: 2,
    hint: "correct it",
    message: "BAND_MATCHES_NO_FILE: it holds no file\n  next: correct it",
  });
});
