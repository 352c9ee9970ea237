import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Files = Readonly<Record<string, string>>;

/** A folder that is removed at the end of a `using` block. Paths are relative to it. */
export interface TempFolder {
  readonly root: string;
  write(files: Files): void;
  path(...parts: string[]): string;
  [Symbol.dispose](): void;
}

export function createTempFolder(files: Files = {}): TempFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bandline-preset-")));
  const folder: TempFolder = {
    root,
    write(written) {
      for (const [file, text] of Object.entries(written)) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      }
    },
    path: (...parts) => join(root, ...parts),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  folder.write(files);
  return folder;
}
