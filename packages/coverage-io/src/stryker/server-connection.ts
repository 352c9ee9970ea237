import type { GroupProcess } from "../process/spawn-group.js";
import { literalGlob } from "./engine-config.js";
import type { Choice } from "./choose.js";
import { engineFailure } from "./engine-failure.js";
import { spawnEngine, writeConfig, type EngineSetup } from "./engine-setup.js";
import type { EngineFile } from "./engine.js";
import type { StrykerFiles } from "./parse-results.js";
import { removeSandboxes } from "./run-folder.js";
import { createRpcClient, type RpcClient } from "./rpc-client.js";

export interface ServerCall {
  readonly method: "discover" | "mutationTest";
  readonly files: readonly EngineFile[] | undefined;
  readonly choice?: Choice | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: StrykerFiles) => void) | undefined;
}

/** Stryker's mutation server. A process that has failed is ended, and the next call starts another. */
export interface ServerConnection {
  /** @returns the version of the protocol that it speaks; undefined where it speaks none. */
  protocol(): Promise<string | undefined>;
  /** @throws IoError of `engineFailure`, or `signal.reason`. */
  call(call: ServerCall): Promise<StrykerFiles>;
  end(): Promise<void>;
}

interface Live {
  readonly process: GroupProcess;
  readonly rpc: RpcClient;
}

export function createServerConnection(setup: EngineSetup): ServerConnection {
  let live: Live | undefined;
  let onProgress: ServerCall["onProgress"];

  const connect = (): Live => {
    const process = spawnEngine(setup, ["serve", "stdio"], "stderr");
    const rpc = createRpcClient(process.stdout, process.stdin, (params) => onProgress?.(params as StrykerFiles));
    void process.ended.then(({ how }) => rpc.fail(new Error(`Stryker ended ${how} before it had answered`)));
    return { process, rpc };
  };
  const configure = async ({ rpc }: Live, choice?: Choice) =>
    (await rpc.call("configure", { configFilePath: writeConfig(setup, false, choice) })) as { readonly version?: string };
  const end = async () => {
    const ending = live;
    live = undefined;
    await ending?.process.end();
    removeSandboxes(setup.folder);
  };

  return {
    end,
    protocol: async () => (await configure((live ??= connect())).catch(() => undefined))?.version,
    call: async ({ method, files, choice, signal, onProgress: listener }) => {
      signal?.throwIfAborted();
      const { process, rpc } = (live ??= connect());
      const abort = () => void process.end();
      signal?.addEventListener("abort", abort);
      process.forget();
      onProgress = listener;
      try {
        await configure({ process, rpc }, choice);
        return (await rpc.call(method, { files: files?.map(paramOf) })) as StrykerFiles;
      } catch (error) {
        // Its end brings the rest of the log.
        await end();
        signal?.throwIfAborted();
        throw engineFailure({ message: (error as Error).message, log: process.said(), testCommand: setup.options.testCommand });
      } finally {
        onProgress = undefined;
        signal?.removeEventListener("abort", abort);
      }
    },
  };
}

function paramOf(file: EngineFile): object {
  return typeof file === "string" ? { path: literalGlob(file) } : { path: literalGlob(file.file), range: file.range };
}
