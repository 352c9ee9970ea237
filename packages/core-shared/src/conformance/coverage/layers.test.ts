import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LAYERS, globsOfLayer, layerOf, type Layers } from "./layers.js";

function check(path: string, layer: string, layers?: Layers): void {
  expect(layerOf(path, layers)).toBe(layer);
}

const pathArb = fc
  .array(fc.constantFrom("src", "entities", "application", "use-cases", "interface-adapters", "controllers", "packages", "x.ts"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join("/"));

describe("the layer of a file", () => {
  it.each<[string, string, string, Layers?]>([
    ["is entities below src/entities", "src/entities/user.ts", "entities"],
    ["is the same in a folder further down", "src/entities/user/name.ts", "entities"],
    ["is use-cases below src/application/use-cases", "src/application/use-cases/sign-in.ts", "use-cases"],
    ["is controllers below src/interface-adapters/controllers", "src/interface-adapters/controllers/auth.ts", "controllers"],
    ["is found from the repository's root", "packages/auth/src/entities/user.ts", "entities"],
    ["is found however deep the package lies", "apps/web/features/auth/src/application/use-cases/a.ts", "use-cases"],
    ["is baseline elsewhere in src", "src/interface-adapters/repositories/memory.ts", "baseline"],
    ["is baseline outside src", "packages/auth/entities/user.ts", "baseline"],
    ["is baseline where the folder's name only begins alike", "src/entities-old/user.ts", "baseline"],
    ["is baseline where the first folder only ends alike", "packages/auth/lib-src/entities/user.ts", "baseline"],
    ["is baseline for a file with the layer's name", "src/entities.ts", "baseline"],
    ["is baseline for an empty path", "", "baseline"],
    ["is the manifest's own", "backend/security/token.py", "security", { security: ["security/**"] }],
    ["is baseline where the manifest's layers leave out a default one", "src/entities/user.ts", "baseline", { security: ["security/**"] }],
    ["is the first that claims it", "src/a/b.ts", "inner", { inner: ["src/a/**"], outer: ["src/**"] }],
    ["is the first that claims it, also the wider one", "src/a/b.ts", "outer", { outer: ["src/**"], inner: ["src/a/**"] }],
    ["may be claimed by the second glob of a layer", "lib/b.ts", "both", { both: ["src/**", "lib/**"] }],
    ["may have a name that every object knows", "src/a.ts", "constructor", { constructor: ["src/**"] }],
    ["is no layer that no object states", "constructor", "baseline", {}],
    ["is baseline where a layer has no globs", "src/a.ts", "baseline", { empty: [] }],
    ["may be claimed by a glob that begins with a star", "src/a.test.ts", "tests", { tests: ["*.test.ts"] }],
    ["may be claimed by a glob with a star in the middle", "src/a/entities/b.ts", "inner", { inner: ["src/*/entities/**"] }],
    ["may be claimed by a glob of several folders", "lib/b.ts", "both", { both: ["{src,lib}/**"] }],
    ["may be claimed by a glob with signs in a folder's name", "src/[id]/b.ts", "pages", { pages: ["src/\\[id\\]/**"] }],
    ["is baseline in a folder above the repository", "../src/entities/user.ts", "baseline"],
  ])("%s", (_sentence, path, layer, layers) => check(path, layer, layers));

  it("stays, where the path begins further up", () => {
    fc.assert(
      fc.property(pathArb, pathArb, (above, path) => {
        const layer = layerOf(path);
        if (layer === "entities") expect(layerOf(`${above}/${path}`)).toBe("entities");
        else if (layer !== "baseline") expect(layerOf(`${above}/${path}`)).not.toBe("baseline");
      }),
    );
  });

  it("is one of the layers or baseline, whatever the path", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(["baseline", ...Object.keys(DEFAULT_LAYERS)]).toContain(layerOf(path));
      }),
    );
  });
});

describe("the globs of a layer", () => {
  it.each<[string, string, Layers, readonly string[]]>([
    ["are the stated ones", "a", { a: ["src/a/**"] }, ["src/a/**"]],
    ["of an unknown layer are none", "b", { a: ["src/a/**"] }, []],
    ["of a name that every object knows are none", "constructor", {}, []],
  ])("%s", (_sentence, layer, layers, globs) => expect(globsOfLayer(layer, layers)).toEqual(globs));
});
