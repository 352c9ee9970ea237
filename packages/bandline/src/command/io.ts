/** What a command may touch of its process: passed in by the door, so that a test is a process too. */
export interface Io {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  on?(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** NO_COLOR and FORCE_COLOR decide, then whether a person looks. Sources: no-color.org, force-color.org. */
export function showsColours({ env }: Pick<Io, "env">, stream: Output): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "") !== "") return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && (env["CI"] ?? "") === "";
}

/** A reader that has seen enough closes the pipe: that is no fault of ours, and nothing to say. */
export function endQuietlyOnClosedPipe({ stdout, stderr }: Pick<Io, "stdout" | "stderr">): void {
  for (const stream of [stdout, stderr]) {
    stream.on?.("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
