import { BandlineError, EXIT, type ExitCode } from "@repo/coverage-core";
import { expect, it } from "vitest";
import { asBaseline } from "./as-baseline.js";

async function check(thrown: Error, expected: object): Promise<void> {
  await expect(
    asBaseline(() => {
      throw thrown;
    }),
  ).rejects.toThrow(expect.objectContaining(expected));
}

const fault = (exitCode: ExitCode, hint: string): Error => new BandlineError({ code: "X", message: "m", hint, exitCode });

it.each<[string, Error, object]>([
  ["of the data is the baseline's", fault(EXIT.data, "git lfs pull"), { message: "the baseline: m", hint: "git lfs pull" }],
  [
    "that new tests mend asks for the tests of the base",
    fault(EXIT.data, "pnpm test"),
    { hint: expect.stringContaining("base is checked out") as string },
  ],
  [
    "of another format than lcov keeps the report of now",
    fault(EXIT.data, "pnpm coverage:aggregate --input 'a b.xml'; then: pnpm coverage:diff"),
    { hint: "pnpm coverage:aggregate --out coverage/base --input 'a b.xml'; then give --baseline coverage/base/lcov.info" },
  ],
  ["of the environment stays what it is", fault(EXIT.environment, "git fetch"), { message: "m", exitCode: EXIT.environment }],
  ["of our own stays what it is", new TypeError("no function"), { message: "no function" }],
])("a fault %s", async (_sentence, thrown, expected) => {
  await check(thrown, expected);
});
