import fc from "fast-check";
import { expect, it } from "vitest";
import { createFrameReader, frameOf } from "./frames.js";

const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const head = (length: number | string) => `Content-Length: ${length}\r\n\r\n`;

/** @param cut how many bytes a chunk has. */
function check(stream: Buffer, expected: readonly unknown[], cut = stream.byteLength): void {
  const messages: unknown[] = [];
  const read = createFrameReader((message) => messages.push(message));
  for (let at = 0; at < stream.byteLength; at += cut) read(stream.subarray(at, at + cut));
  expect(messages).toEqual(expected);
}

it.each<[string, Buffer, unknown[], number?]>([
  ["one message", frameOf({ id: 1 }), [{ id: 1 }]],
  ["two messages in one chunk", bytes(frameOf(1), frameOf(2)), [1, 2]],
  ["a message that comes byte by byte", bytes(frameOf({ a: "ü€😀" }), frameOf([])), [{ a: "ü€😀" }, []], 1],
  ["chunks that cut a character", bytes(frameOf("😀😀😀")), ["😀😀😀"], 5],
  ["a message whose end is missing", frameOf("abc").subarray(0, -1), []],
  ["a header with more lines, in another spelling", bytes("Content-Type: x\r\ncontent-length:1\r\n\r\n", "7"), [7]],
  ["what somebody printed before a message", bytes("hello\n", frameOf(1)), [1]],
  ["a header without a length, which is no message", bytes("Content-Type: x\r\n\r\n", frameOf(1)), [1]],
  ["an empty chunk", bytes(""), []],
])("frames: %s", (_sentence, stream, expected, cut) => check(stream, expected, cut));

it("a length counts bytes, not characters", () => expect(frameOf("ü").toString()).toBe(`${head(4)}"ü"`));

it("what is no JSON is an error", () => expect(() => check(bytes(head(1), "{"), [])).toThrow(SyntaxError));

it("any messages arrive whole, however the stream is cut", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (messages, cut) => {
      check(bytes(...messages.map(frameOf)), JSON.parse(JSON.stringify(messages)) as unknown[], cut);
    }),
  );
});
