/**
 * The manifests' schemas. Each `error` text is the "allowed" half of a sentence: "{field} is {received}; allowed: {error}".
 */
import { createRequire } from "node:module";
import type { z as Zod } from "zod";
import { METRICS } from "../coverage/bands.js";
import { BASELINE_LAYER, DEFAULT_LAYERS } from "../coverage/layers.js";
import { DEFAULT_TEST_TIME, testTimeOf } from "../coverage/test-time.js";

/** What a feature promises. Globs and `reports` are relative to `root`, which is the manifest's package where it is left out. */
export type FeatureManifest = Zod.infer<Schemas["feature"]>;

/** What belongs to no feature: where features are, the default base, the repository's own band and exempt rules, path maps of reports, the time that tests may take. */
export type RepoManifest = Zod.infer<Schemas["repo"]>;

type Schemas = ReturnType<typeof createSchemas>;

let schemas: Schemas | undefined;

/** Loads the schema library when it is first needed: that takes longer than to read five manifests without a fault. */
export function loadSchemas(): Schemas {
  return (schemas ??= createSchemas((createRequire(import.meta.url)("zod") as { z: typeof Zod }).z));
}

function createSchemas(z: typeof Zod) {
  const percent = (() => {
    const allowed = "a number from 0 to 100";
    return z.number(allowed).min(0, allowed).max(100, allowed);
  })();
  const kebab = (allowed: string) => z.string(allowed).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, allowed);
  const text = (allowed: string) => z.string(allowed).min(1, allowed);
  const list = <T extends Zod.ZodType>(item: T, allowed: string) => z.array(item, allowed).readonly();
  const globs = list(text("a glob"), "a list of globs");

  const band = z
    .strictObject({ statements: percent, branches: percent, functions: percent, lines: percent }, `an object with ${METRICS.join(", ")}`)
    .readonly();

  /** Enough of a coverage object to compare its names, whatever else is wrong with it: every problem is to be told at once. */
  const withNames = z.object({
    bands: z.record(z.string(), z.unknown()),
    layers: z.record(z.string(), z.unknown()).optional(),
    mutationTargets: z.array(z.string()).optional(),
  });

  const coverage = z
    .strictObject(
      {
        bands: z.object({ baseline: band }, "an object of bands with a baseline").catchall(band).readonly(),
        layers: z.record(z.string(), globs, "an object of layer names, each with a list of globs").readonly().optional(),
        mutationTargets: list(text("the name of a layer"), "a list of layer names").optional(),
        mutationScore: percent.optional(),
        exempt: globs.optional(),
        reports: list(text("a path"), "a list of paths").optional(),
      },
      "an object with bands",
    )
    .superRefine(
      ({ bands, layers, mutationTargets }, context) => {
        const known = Object.keys(layers ?? DEFAULT_LAYERS);
        const allowed = `a layer: ${known.join(", ")}`;
        for (const layer of Object.keys(bands)) {
          if (layer !== BASELINE_LAYER && !known.includes(layer)) {
            context.addIssue({
              code: "custom",
              path: ["bands", layer],
              message: allowed,
              params: { name: layer, known: [BASELINE_LAYER, ...known] },
            });
          }
        }
        for (const [index, layer] of (mutationTargets ?? []).entries()) {
          if (!known.includes(layer)) {
            context.addIssue({ code: "custom", path: ["mutationTargets", index], message: allowed, params: { name: layer, known } });
          }
        }
      },
      { when: ({ value }) => withNames.safeParse(value).success },
    )
    .readonly();

  const feature = z
    .strictObject(
      {
        name: kebab("a name in kebab-case, such as marketing-pages"),
        root: text("a folder, relative to the repository's root").optional(),
        coverage,
      },
      "an object with name and coverage",
    )
    .readonly();

  const exemptRule = z
    .strictObject(
      { id: kebab("an id in kebab-case"), globs, except: globs.optional(), why: text("the reason, as a part of a sentence") },
      "an object with id, globs and why",
    )
    .readonly();

  const pathMap = z
    .strictObject(
      { from: text("how a report's paths begin"), to: z.string("the folder in this repository that it stands for") },
      "an object with from and to",
    )
    .readonly();

  const minutes = (() => {
    const allowed = "a number of minutes above 0";
    return z.number(allowed).gt(0, allowed);
  })();

  const testTime = z
    .strictObject({ warnMinutes: minutes.optional(), failMinutes: minutes.optional() }, "an object with warnMinutes and failMinutes")
    .superRefine((stated, context) => {
      const { warnMinutes, failMinutes } = testTimeOf({ testTime: stated });
      if (warnMinutes <= failMinutes) return;
      const byDefault = stated.failMinutes === undefined ? " by default" : "";
      const itself = stated.warnMinutes === undefined ? `; left out, it is ${DEFAULT_TEST_TIME.warnMinutes}` : "";
      const message = `at most failMinutes, which is ${failMinutes}${byDefault}${itself}`;
      context.addIssue({ code: "custom", path: ["warnMinutes"], message });
    })
    .readonly();

  const repo = z
    .strictObject(
      {
        features: list(text("a glob of folders"), "a list of globs of folders").optional(),
        base: text("a git ref").optional(),
        band: band.optional(),
        exempt: list(exemptRule, "a list of rules with id, globs and why").optional(),
        pathMaps: list(pathMap, "a list of { from, to }").optional(),
        testTime: testTime.optional(),
      },
      "an object",
    )
    .readonly();

  return { feature, repo };
}
