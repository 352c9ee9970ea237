import type { Readable, Writable } from "node:stream";
import { createFrameReader, frameOf } from "./frames.js";

/** JSON-RPC 2.0 with a process. */
export interface RpcClient {
  /** @throws Error with the other side's words, or with what `fail` was told. */
  call(method: string, params: unknown): Promise<unknown>;
  /** Ends every call that waits: nobody will answer any more. */
  fail(error: Error): void;
}

interface Answer {
  readonly id?: string | number | null;
  readonly result?: unknown;
  readonly error?: { readonly message?: string };
  readonly params?: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * @param output whose errors are its owner's business: where the process has ended, its end says more than a broken pipe.
 * @param onNotification receives the parameters of what the other side says unasked. What it throws ends the calls.
 */
export function createRpcClient(input: Readable, output: Writable, onNotification: (params: unknown) => void): RpcClient {
  const waiting = new Map<string | number, Waiting>();
  let asked = 0;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const read = createFrameReader((message) => {
    const { id, result, error, params } = message as Answer;
    if (id === undefined || id === null) return onNotification(params);
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message ?? "it failed without a word"));
  });
  input.on("data", (chunk: Buffer) => {
    try {
      read(chunk);
    } catch (error) {
      fail(error as Error);
    }
  });
  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        output.write(frameOf({ jsonrpc: "2.0", id: asked, method, params }));
      }),
    fail,
  };
}
