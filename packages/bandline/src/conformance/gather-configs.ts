/** The configs of vitest and Stryker that each package with a manifest has. */
import { join } from "node:path";
import { asRepoPath } from "@repo/coverage-core";
import { composeConfig } from "@repo/coverage-core/schemas";
import {
  PRESET,
  checkFailed,
  readVitestConfig,
  type StatedFeature,
  type StatedPackage,
  type StrykerFacts,
  type VitestConfigSource,
  type VitestFacts,
} from "@repo/coverage-core/conformance";
import { askThresholds } from "@repo/coverage-io/conformance";
import { STRYKER_CONFIG, readConfigChain } from "@repo/coverage-io/stryker";
import { faultOf } from "../command/to-problem.js";
import type { Place } from "./open-place.js";
import { readText } from "./read-texts.js";

/** As vitest looks for them. */
const NAMES = ["vitest", "vite"].flatMap((tool) => ["ts", "mts", "cts", "js", "mjs", "cjs"].map((ending) => `${tool}.config.${ending}`));
const TEST = /\.(?:test|spec)\.(?:[cm]?[jt]s|[jt]sx)$/;

interface WithManifest extends StatedPackage {
  readonly manifest: StatedFeature;
}

/** A manifest that cannot be used says nothing that a config could be held against. */
export function withManifest({ packages }: Place): WithManifest[] {
  return packages.filter((each): each is WithManifest => each.manifest?.value != null);
}

/** @throws BandlineError CHECK_FAILED where vitest has to be asked and does not answer; as `readTexts`. */
export async function gatherVitest(place: Place): Promise<VitestFacts[]> {
  const known = new Set<string>(place.files);
  const presetFolder = place.packages.find(({ name }) => name === PRESET)?.folder ?? null;
  return Promise.all(
    withManifest(place).map(async ({ name, folder, manifest }) => {
      const inPackage = (path: string) => asRepoPath(folder === "" ? path : `${folder}/${path}`);
      const found = NAMES.map(inPackage).find((file) => known.has(file));
      const file = found ?? inPackage("vitest.config.ts");
      const source = found === undefined ? null : readVitestConfig(found, await readText(place, found), { known, presetFolder });
      const hasTests = place.files.some((each) => each.startsWith(inPackage("src/")) && TEST.test(each));
      return { manifest, file, source, hasTests, ...(await received(place, { name, folder, source })) };
    }),
  );
}

interface Asked {
  readonly name: string;
  readonly folder: string;
  readonly source: VitestConfigSource | null;
}

async function received({ root, env }: Place, { name, folder, source }: Asked): Promise<Pick<VitestFacts, "received">> {
  if (source?.kind !== "unknown") return {};
  const asked = await askThresholds(join(root, folder), env);
  if (asked.kind === "answered") return { received: asked.thresholds };
  throw checkFailed(`vitest of ${name}`, asked.why, folder === "" ? "pnpm exec vitest list" : `pnpm --dir ${folder} exec vitest list`);
}

/** @throws as `readTexts`. */
export async function gatherStryker(place: Place): Promise<StrykerFacts[]> {
  return Promise.all(
    withManifest(place).map(async ({ folder, manifest }) => {
      const file = folder === "" ? STRYKER_CONFIG : `${folder}/${STRYKER_CONFIG}`;
      return { manifest, folder, file, config: await composed(place, folder, manifest) };
    }),
  );
}

/** A config that `mutate` would refuse is a finding, in the words of its error. */
async function composed(place: Place, folder: string, { value }: StatedFeature): Promise<StrykerFacts["config"]> {
  try {
    const files = await readConfigChain(place.root, join(place.root, folder));
    if (files === undefined) return null;
    const chain = await Promise.all(files.map(async ({ file, options }) => ({ file, options, text: await readText(place, file) })));
    const { threshold } = composeConfig(files, { manifest: value, cores: 1 });
    return { kind: "composed", chain, threshold };
  } catch (error) {
    const { problem, exitCode } = faultOf(error);
    if (exitCode !== 2) throw error;
    return { kind: "broken", problem };
  }
}
