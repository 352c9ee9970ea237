/** The command that runs tests in the order that they failed in. */
import { shellWord } from "../shell-word.js";

/** Where packages lie: their folders by their names, relative to the repository's root, "" for the root itself. */
export interface RerunPlaces {
  readonly folders: ReadonlyMap<string, string>;
  /** Further arguments that vitest had. */
  readonly args: readonly string[];
}

/** One file is run alone; without one, the package's tests as they ran. */
export function rerunCommand(
  { package: name, file }: { readonly package: string; readonly file: string | null },
  seed: number,
  { folders, args }: RerunPlaces,
): string {
  const folder = folders.get(name) ?? "";
  const vitest = folder === "" ? "pnpm exec vitest run" : `pnpm --filter ${name} exec vitest run`;
  const inPackage = file !== null && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const what = inPackage === null ? args.map(shellWord) : [shellWord(inPackage)];
  return [vitest, ...what, "--sequence.shuffle", `--sequence.seed=${seed}`].join(" ");
}
