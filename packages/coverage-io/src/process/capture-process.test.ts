import { expect, it } from "vitest";
import { captureNode, type Captured } from "./capture-process.js";

const PRINT =
  "process.stdout.write(`${process.cwd()} ${process.env.NO_COLOR} ${process.env.VITEST}`); process.stderr.write('é'); process.exitCode = 3;";

it.each<[sentence: string, args: string[], captured: Captured | object]>([
  [
    "keeps each stream by itself, without colours and without the run around it",
    ["-e", PRINT],
    { exitCode: 3, stdout: "/tmp 1 undefined", stderr: "é" },
  ],
  ["has no code where a signal ends it", ["-e", "process.kill(process.pid, 'SIGKILL')"], { exitCode: null, stdout: "", stderr: "" }],
  [
    "says why where it cannot be started at all",
    ["-e", "", "a".repeat(1 << 22)],
    { exitCode: null, stdout: "", stderr: expect.stringContaining("E2BIG") as string },
  ],
])("a process %s", async (_sentence, args, captured) => {
  expect(await captureNode(args, { cwd: "/tmp", env: process.env })).toEqual(captured);
});

it("a process says why where its folder is not there", async () => {
  expect(await captureNode(["-v"], { cwd: "/nowhere", env: {} })).toMatchObject({
    exitCode: null,
    stderr: expect.stringContaining("ENOENT") as string,
  });
});
