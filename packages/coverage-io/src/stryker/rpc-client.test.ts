import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createFrameReader, frameOf } from "./frames.js";
import { createRpcClient } from "./rpc-client.js";

/** A client, and the other side in our hands. */
function open(onNotification: (params: unknown) => void = () => undefined) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asked: unknown[] = [];
  output.on(
    "data",
    createFrameReader((message) => asked.push(message)),
  );
  return {
    client: createRpcClient(input, output, onNotification),
    asked,
    say: (...messages: unknown[]) => messages.forEach((each) => input.write(frameOf(each))),
    input,
  };
}

it("a call is answered by its number, in any order", async () => {
  const { client, asked, say } = open();
  const answers = Promise.all([client.call("first", { a: 1 }), client.call("second", {})]);
  say({ id: 2, result: "second" }, { id: 99, result: "nobody asked" }, { id: 1, result: "first" });
  expect(await answers).toEqual(["first", "second"]);
  expect(asked).toEqual([
    { jsonrpc: "2.0", id: 1, method: "first", params: { a: 1 } },
    { jsonrpc: "2.0", id: 2, method: "second", params: {} },
  ]);
});

it.each<[string, unknown, string]>([
  ["with the words of the other side", { id: 1, error: { message: "no" } }, "no"],
  ["without any", { id: 1, error: {} }, "it failed without a word"],
])("a call fails %s", async (_sentence, answer, message) => {
  const { client, say } = open();
  const answered = client.call("x", {});
  say({ id: 99, error: {} }, answer);
  await expect(answered).rejects.toThrow(message);
});

it.each<[string, (opened: ReturnType<typeof open>) => void, string]>([
  ["where nobody will answer any more", ({ client }) => client.fail(new Error("gone")), "gone"],
  ["where the stream is no JSON", ({ input }) => void input.write("Content-Length: 1\r\n\r\n{"), "JSON"],
  ["where a notification cannot be taken", ({ say }) => say({ params: "bad" }), "bad news"],
])("all calls fail %s", async (_sentence, act, message) => {
  const opened = open((params) => {
    throw new Error(`${String(params)} news`);
  });
  const calls = [opened.client.call("a", {}), opened.client.call("b", {})];
  act(opened);
  for (const call of calls) await expect(call).rejects.toThrow(message);
});

it("what is said unasked goes to the listener", async () => {
  const heard: unknown[] = [];
  const { client, say } = open((params) => heard.push(params));
  const answered = client.call("x", {});
  say({ method: "progress", params: 1 }, { id: null, params: 2 }, { id: 1, result: "done" });
  await answered;
  expect(heard).toEqual([1, 2]);
});
