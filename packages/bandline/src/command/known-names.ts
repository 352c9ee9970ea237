/** Names in flags, of which only some are known. */
import { nearestName } from "@repo/core-shared/conformance/feature";
import { InvalidArgumentError } from "commander";
import { usageError } from "./parse-args.js";

/** @returns a parser of one of `names`. It throws InvalidArgumentError, which says what is allowed. */
export function nameParser<N extends string>(names: readonly N[]): (text: string) => N {
  return (text) => {
    const name = names.find((each) => each === text);
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`It takes ${names.join(", ")}${didYouMean(text, names)}.`);
  };
}

/** @param command its name. @throws BandlineError USAGE for the first name that nobody has. Where nothing is known, nobody knows. */
export function assertKnown(command: string, flag: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown === undefined || known.length === 0) return;
  throw usageError(command, `${flag}: there is no ${unknown}${didYouMean(unknown, known)}; there is ${known.join(", ")}`);
}

function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? "" : ` (did you mean ${nearest}?)`;
}
