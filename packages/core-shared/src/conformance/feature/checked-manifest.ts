/**
 * What the schema refuses and a type can see. In the place of a wrong value stands what is allowed there, in the schema's words, so that the compiler
 * points at it: `Type '101' is not assignable to type '"a number from 0 to 100"'`. Only literals are seen; a `number` or a `string` waits for the schema.
 */
import type { CoverageBand } from "../coverage/bands.js";
import type { DEFAULT_LAYERS } from "../coverage/layers.js";
import type { FeatureManifest, RepoManifest } from "./schema.js";

/** What `defineFeature` takes: `T`, or where something is wrong with it, what it would have to be. Inferred from an argument it is always `T`. */
export type CheckedFeature<T extends FeatureManifest> = [T] extends [Feature<T>] ? T : NoInfer<Feature<T>>;

/** The same of `defineRepo`. */
export type CheckedRepo<T extends RepoManifest> = [T] extends [Repo<T>] ? T : NoInfer<Repo<T>>;

type Feature<T extends FeatureManifest> = Fields<
  T,
  {
    name: Text<T["name"], "a name in kebab-case, such as marketing-pages">;
    root: Text<T["root"], "a folder, relative to the repository's root">;
    coverage: Coverage<T["coverage"]>;
  },
  "name, root, coverage"
>;

type Coverage<C extends FeatureManifest["coverage"]> = Fields<
  C,
  {
    bands: Bands<C["bands"], LayerOf<C>>;
    layers: EachGlobs<C["layers"]>;
    mutationTargets: EachName<C["mutationTargets"], LayerOf<C>>;
    mutationScore: Percent<C["mutationScore"]>;
    exempt: EachText<C["exempt"], "a glob">;
    reports: EachText<C["reports"], "a path">;
  },
  "bands, layers, mutationTargets, mutationScore, exempt, reports"
>;

type Repo<T extends RepoManifest> = Fields<
  T,
  {
    features: EachText<T["features"], "a glob of folders">;
    base: Text<T["base"], "a git ref">;
    band: Band<T["band"]>;
    exempt: EachExemptRule<T["exempt"]>;
    pathMaps: EachPathMap<T["pathMaps"]>;
    testTime: TestTime<T["testTime"]>;
  },
  "features, base, band, exempt, pathMaps, testTime"
>;

/** An object's fields, held to what `Allowed` says of each. */
type Fields<T, Allowed, Known extends string> = {
  readonly [Name in keyof T]: Name extends keyof Allowed ? Allowed[Name] : `no such field; known: ${Known}`;
};

/** The names of the layers that a manifest declares, else of the three default ones. */
type LayerOf<C> = C extends { readonly layers: infer Layers extends object } ? keyof Layers : keyof typeof DEFAULT_LAYERS;

type Bands<B, Layer> = {
  readonly [Name in keyof B]: IsKnown<Name, Layer | "baseline"> extends true ? Band<B[Name]> : "baseline, or the name of a layer";
};
type EachName<L, Known> = { readonly [Place in keyof L]: IsKnown<L[Place], Known> extends true ? L[Place] : Known };
type IsKnown<Name, Known> = string extends Name ? true : [Name] extends [Known] ? true : false;

type Band<B> = B extends CoverageBand
  ? Fields<
      B,
      {
        statements: Percent<B["statements"]>;
        branches: Percent<B["branches"]>;
        functions: Percent<B["functions"]>;
        lines: Percent<B["lines"]>;
      },
      "statements, branches, functions, lines"
    >
  : B;

type EachExemptRule<L> = { readonly [Place in keyof L]: ExemptRule<L[Place]> };
type ExemptRule<R> = R extends NonNullable<RepoManifest["exempt"]>[number]
  ? Fields<
      R,
      {
        id: Text<R["id"], "an id in kebab-case">;
        globs: EachText<R["globs"], "a glob">;
        except: EachText<R["except"], "a glob">;
        why: Text<R["why"], "the reason, as a part of a sentence">;
      },
      "id, globs, except, why"
    >
  : R;

type EachPathMap<L> = { readonly [Place in keyof L]: PathMap<L[Place]> };
type PathMap<M> = M extends NonNullable<RepoManifest["pathMaps"]>[number]
  ? Fields<M, { from: Text<M["from"], "how a report's paths begin">; to: M["to"] }, "from, to">
  : M;

type TestTime<B> =
  B extends NonNullable<RepoManifest["testTime"]>
    ? Fields<B, { warnMinutes: Minutes<B["warnMinutes"]>; failMinutes: Minutes<B["failMinutes"]> }, "warnMinutes, failMinutes">
    : B;

type EachGlobs<L> = { readonly [Name in keyof L]: EachText<L[Name], "a glob"> };
type EachText<L, Allowed> = { readonly [Place in keyof L]: Text<L[Place], Allowed> };
type Text<V, Allowed> = V extends "" ? Allowed : V;

/** As JavaScript writes a number: `1e3` is 1000, `.5` is 0.5, and the smallest and the largest have an exponent. */
type Percent<V> = V extends number
  ? number extends V
    ? V
    : `${V}` extends `-${string}` | `${string}e+${string}`
      ? NoPercent
      : `${V}` extends "100" | BelowHundred | `${BelowHundred}.${string}` | `${string}e-${string}`
        ? V
        : NoPercent
  : V;
type NoPercent = "a number from 0 to 100";
type BelowHundred = Digit | `${Digit}${Digit}`;
type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

type Minutes<V> = V extends number ? (`${V}` extends "0" | `-${string}` ? "a number of minutes above 0" : V) : V;
