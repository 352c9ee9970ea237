import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Files = Readonly<Record<string, string>>;

/** A folder that is removed at the end of a `using` block. Paths are relative to it; `{root}` in a text is its own. */
export interface TempFolder {
  readonly root: string;
  path(...parts: string[]): string;
  [Symbol.dispose](): void;
}

export function createTempFolder(files: Files): TempFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bandline-boot-")));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text.replaceAll("{root}", root));
  }
  return { root, path: (...parts) => join(root, ...parts), [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

/** One record in which the first `ran` of `total` lines ran. */
export function recordOf(file: string, ran: number, total: number, more = ""): string {
  const lines = Array.from({ length: total }, (_, n) => `DA:${n + 1},${n < ran ? 1 : 0}\n`).join("");
  return `TN:\nSF:${file}\n${more}${lines}LF:${total}\nLH:${ran}\nend_of_record\n`;
}
