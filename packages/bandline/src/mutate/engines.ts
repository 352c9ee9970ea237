import { openEngine, type MutationEngine } from "@repo/coverage-io/stryker";
import type { MutationTarget } from "./find-targets.js";

/** Stryker, started when a package first needs it. One at a time is open: each takes a hundred megabytes, and its workers take the cores. */
export interface Engines extends AsyncDisposable {
  /** @throws IoError as `openEngine`. */
  of(target: MutationTarget): Promise<MutationEngine>;
}

export interface EnginesOptions {
  /** Absolute: the repository's root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
}

export function createEngines({ root, env }: EnginesOptions): Engines {
  let open: { readonly target: MutationTarget; readonly engine: MutationEngine } | undefined;
  const close = async () => {
    const closing = open;
    open = undefined;
    await closing?.engine[Symbol.asyncDispose]();
  };
  return {
    async of(target) {
      if (open?.target === target) return open.engine;
      await close();
      const engine = await openEngine({
        root,
        packageRoot: target.root,
        config: target.config.options,
        strykerFrom: target.strykerFrom,
        env,
        testCommand: `pnpm test --filter ${target.package.name}`,
      });
      open = { target, engine };
      return engine;
    },
    [Symbol.asyncDispose]: close,
  };
}
