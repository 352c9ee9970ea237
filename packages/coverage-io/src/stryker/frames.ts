/** Messages on a byte stream, each behind a header that tells its length in bytes, as language servers speak. */

const HEADER_END = Buffer.from("\r\n\r\n");

export function frameOf(message: unknown): Buffer {
  const content = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${content.byteLength}\r\n\r\n`), content]);
}

/**
 * @param onMessage receives each message as soon as its last byte is there.
 * @returns what takes the stream's chunks, cut anywhere. What stands before a header is no message, and is dropped.
 * @throws SyntaxError where a message is no JSON.
 */
export function createFrameReader(onMessage: (message: unknown) => void): (chunk: Buffer) => void {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let neededBytes = 0;
  return (chunk) => {
    held.push(chunk);
    heldBytes += chunk.byteLength;
    // A long message is put together once.
    if (heldBytes < neededBytes) return;
    const { rest, needed } = takeFrames(Buffer.concat(held, heldBytes), onMessage);
    held = [rest];
    heldBytes = rest.byteLength;
    neededBytes = needed;
  };
}

/** @returns what is left, and how long it has to be before there is something to take. */
function takeFrames(bytes: Buffer, onMessage: (message: unknown) => void): { readonly rest: Buffer; readonly needed: number } {
  let at = 0;
  for (;;) {
    const headerEnd = bytes.indexOf(HEADER_END, at);
    if (headerEnd === -1) return { rest: bytes.subarray(at), needed: 0 };
    const start = headerEnd + HEADER_END.byteLength;
    const length = /Content-Length: *(\d+)$/im.exec(bytes.toString("latin1", at, headerEnd))?.[1];
    const end = start + Number(length ?? 0);
    if (bytes.byteLength < end) return { rest: bytes.subarray(at), needed: end - at };
    if (length !== undefined) onMessage(JSON.parse(bytes.toString("utf8", start, end)));
    at = end;
  }
}
