import { createChooser, filesOf } from "./choose.js";
import { isLackOfTests } from "./engine-failure.js";
import type { EngineSetup } from "./engine-setup.js";
import type { DiscoveredMutant, EngineFile, MutationEngine } from "./engine.js";
import { parseDiscovery, parseResults, type StrykerFiles } from "./parse-results.js";
import { createServerConnection } from "./server-connection.js";
import { uncoveredResults } from "./uncovered-results.js";

/** Mutation server protocol 0.x, as Stryker 9 speaks it. */
const PROTOCOL = /^0\./;

/** @returns undefined where this Stryker has no such server. */
export async function openServerEngine(setup: EngineSetup): Promise<MutationEngine | undefined> {
  const server = createServerConnection(setup);
  const discover = async (files?: readonly EngineFile[]): Promise<DiscoveredMutant[]> =>
    files?.length === 0 ? [] : parseDiscovery(await server.call({ method: "discover", files }));

  if (!PROTOCOL.test((await server.protocol()) ?? "")) {
    await server.end();
    return undefined;
  }
  return {
    kind: "server",
    version: setup.stryker.version,
    discover,
    test: async (request, onResult, signal) => {
      const files = filesOf(request);
      if (files?.length === 0) return;
      const { pick } = request;
      const isChosen = createChooser({ pick });
      const onProgress = (progress: StrykerFiles) => parseResults(progress).filter(isChosen).forEach(onResult);
      try {
        await server.call({ method: "mutationTest", files, choice: pick && { pick }, signal, onProgress });
      } catch (error) {
        if (!isLackOfTests(error)) throw error;
        uncoveredResults(await discover(files))
          .filter(isChosen)
          .forEach(onResult);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await server.end();
      setup.folder[Symbol.dispose]();
    },
  };
}
