import { describe, expect, it } from "vitest";
import { endQuietlyOnClosedPipe, type Output } from "./io.js";
import { faultOf } from "./to-problem.js";

describe("an error that is not ours", () => {
  it.each<[string, unknown, string]>([
    ["an Error shows its stack", new RangeError("off by one"), "RangeError: off by one"],
    [
      "an Error without a stack shows its message",
      Object.assign(new Error("bare"), { stack: undefined }),
      "this is a bug of bandline: bare",
    ],
    ["anything else shows itself", "thrown text", "this is a bug of bandline: thrown text"],
  ])("is a bug of ours, and says so: %s", (_sentence, error, part) => {
    const { exitCode, problem } = faultOf(error);
    expect([exitCode, problem.code]).toEqual([70, "BUG"]);
    expect(problem.message).toContain(part);
  });
});

describe("a stream that fails", () => {
  function listeners(): { readonly io: { readonly stdout: Output; readonly stderr: Output }; readonly fail: (code: string) => void } {
    const heard: ((error: NodeJS.ErrnoException) => void)[] = [];
    const stream: Output = { write: () => true, on: (_event, listener) => heard.push(listener) };
    return {
      io: { stdout: stream, stderr: { write: () => true } },
      fail: (code) => heard.forEach((listener) => listener(Object.assign(new Error(code), { code }))),
    };
  }

  it("ends quietly where its reader closed the pipe, and is thrown otherwise", () => {
    const { io, fail } = listeners();
    endQuietlyOnClosedPipe(io);
    expect(() => fail("EPIPE")).not.toThrow();
    expect(() => fail("ENOSPC")).toThrow("ENOSPC");
  });
});
