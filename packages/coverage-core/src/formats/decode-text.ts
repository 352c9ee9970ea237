import { HEAD_BYTES, notationOf, type Notation } from "./detect-format.js";
import { reportError, shown } from "./model.js";

/** MiB that fit into the memory that Node gives by itself: parsed, XML takes about twenty times its size, and the others up to seven times. */
const MOST_MIB: Readonly<Record<Notation, number>> = { xml: 64, json: 192, coverprofile: 192 };

const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/**
 * The text of a report, without a byte order mark; XML may name its encoding.
 * @throws BandlineError REPORT_TOO_LARGE, REPORT_EMPTY, REPORT_UNKNOWN for a Git LFS pointer, REPORT_MALFORMED for an encoding that nobody knows.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const notation = notationOf(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))) ?? "xml";
  const most = MOST_MIB[notation] * 1024 * 1024;
  if (bytes.byteLength > most) {
    throw reportError(
      "REPORT_TOO_LARGE",
      `${name} has ${bytes.byteLength} bytes, and of ${notation} no more than ${most} are read`,
      "let the test run write lcov, of which any size is read, or one report a package",
    );
  }
  const text = decoded(bytes, encodingOf(bytes), name);
  if (text.trim() === "") throw reportError("REPORT_EMPTY", `${name} is empty`);
  if (text.startsWith(LFS_POINTER)) {
    throw reportError("REPORT_UNKNOWN", `${name}:1: a Git LFS pointer stands where the report should be`, "git lfs pull");
  }
  return text;
}

/** As the bytes show it, else as XML says it. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const stated = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding=["']([^"']+)["']/.exec(head)?.[1] ?? "utf-8";
  // A text that could be read thus far is no UTF-16, whatever it says.
  return /^(utf|ucs)-?16/i.test(stated) ? "utf-8" : stated;
}

function decoded(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw reportError("REPORT_MALFORMED", `${name}:1: expected a known encoding, received ${shown(encoding)}`);
  }
}
