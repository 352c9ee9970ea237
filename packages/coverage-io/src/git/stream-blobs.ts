import { spawnGit } from "./spawn-git.js";

/**
 * Texts of blobs, by one process for all of them, each handed over as it comes and then forgotten.
 * @param ids whole ids. One that git does not have is left out.
 */
export async function streamBlobs(root: string, ids: readonly string[], onBlob: (id: string, text: string) => void): Promise<void> {
  if (ids.length === 0) return;
  let rest: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  const onChunk = (chunk: Buffer) => {
    rest.push(chunk);
    held += chunk.byteLength;
    // Pieces are put together when there is enough of them, and not each time anew.
    if (held < wanted) return;
    const bytes = rest.length === 1 ? chunk : Buffer.concat(rest);
    const { at, needed } = handOver(bytes, onBlob);
    rest = [bytes.subarray(at)];
    held = bytes.byteLength - at;
    wanted = needed;
  };
  await spawnGit(root, { args: ["cat-file", "--batch"], input: ids.map((id) => `${id}\n`).join(""), onChunk });
}

/** `id blob size`, the bytes, a newline; or a line that ends with `missing`. @returns where the first unfinished answer begins, and how long it is as far as that is known. */
function handOver(bytes: Buffer, onBlob: (id: string, text: string) => void): { readonly at: number; readonly needed: number } {
  let at = 0;
  for (;;) {
    const newline = bytes.indexOf(10, at);
    if (newline === -1) return { at, needed: 0 };
    const [, id, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(bytes.toString("latin1", at, newline)) ?? [];
    const begin = newline + 1;
    const end = begin + Number(size ?? -1);
    if (end + 1 > bytes.byteLength) return { at, needed: end + 1 - at };
    if (id !== undefined) onBlob(id, bytes.toString("utf8", begin, end));
    at = end + 1;
  }
}
