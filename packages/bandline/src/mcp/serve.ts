/** The protocol around the tools: one call after the other, and every fault of a call is its answer. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Readable, Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { boundedText } from "./bounded.js";
import type { McpContext } from "./context.js";
import { answerOf, listTools } from "./tools.js";

interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Of the answers, as their `schemaVersion`. */
const VERSION = "1.0";

/** Ends where the client closed the input and every call that came before is answered, or where it sent what no client sends. */
export async function serve(context: McpContext, { stdin, stdout }: Streams): Promise<void> {
  const { server } = new McpServer({ name: "bandline", version: VERSION }, { capabilities: { tools: {} } });
  let last: Promise<unknown> = Promise.resolve();
  // Two calls at once would only take turns at the same files, and might merge the same reports twice.
  const inTurn = (call: () => Promise<CallToolResult>): Promise<CallToolResult> => {
    const answered = last.then(call);
    last = answered;
    return answered;
  };
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listTools() }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    inTurn(async () => {
      const answer = await answerOf(params.name, params.arguments ?? {}, context);
      return { content: [{ type: "text", text: boundedText(answer) }], isError: answer.status === "error" };
    }),
  );
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    for (const event of ["end", "close", "error"]) stdin.once(event, resolve);
  });
  await server.connect(new StdioServerTransport(stdin, stdout));
  await ended;
  // The library hands a call on, and writes its answer, a moment later.
  await setImmediate();
  await last;
  await setImmediate();
}
