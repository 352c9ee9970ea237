/** A vitest config as it is written → where its thresholds come from, as far as can be seen without running it. */
import { normalisePath, type RepoPath } from "../path/repo-path.js";
import { resolveImport } from "../source/imports-of.js";
import { parseSource, walk, type AstNode, type ParsedSource } from "../source/parse-source.js";
import { constantsOf } from "../manifest/read-literal.js";

/** Makes a whole config of a manifest. */
export const DEFINER = "defineFeatureVitestConfig";
/** Whose it is. */
export const PRESET = "@repo/core-testing";

export type VitestConfigSource =
  /** The preset's config of the manifest in a file, and nothing else: what vitest gets is what the manifest says. */
  | { readonly kind: "plain"; readonly manifest: RepoPath }
  /** It states thresholds by itself, on these lines. */
  | { readonly kind: "literal"; readonly lines: readonly number[] }
  /** Anything else: vitest has to be asked what it gets. */
  | { readonly kind: "unknown" }
  | { readonly kind: "broken" };

export interface VitestConfigContext {
  /** Every file of the repository. */
  readonly known: ReadonlySet<string>;
  /** The preset's folder, which is imported by path where its name would make a circle; null where the preset is not of this repository. */
  readonly presetFolder: RepoPath | "" | null;
}

/** Never throws. */
export function readVitestConfig(file: RepoPath, text: string, context: VitestConfigContext): VitestConfigSource {
  const source = parseSource(file, text);
  if (source === undefined) return { kind: "broken" };
  const lines = literalThresholds(source);
  if (lines.length > 0) return { kind: "literal", lines };
  const manifest = plainManifest(file, source, context);
  return manifest === null ? { kind: "unknown" } : { kind: "plain", manifest };
}

/** `thresholds: { … }` or `thresholds` of a constant that is an object. */
function literalThresholds({ program, lineOf }: ParsedSource): number[] {
  const constants = constantsOf(program);
  return [...walk(program)].flatMap((node) => {
    if (node.type !== "Property" || keyOf(node) !== "thresholds") return [];
    const value = node["value"] as AstNode;
    const stated = value.type === "Identifier" ? constants.get(String(value["name"])) : value;
    return stated?.type === "ObjectExpression" ? [lineOf(node.start)] : [];
  });
}

function keyOf(property: AstNode): string {
  const key = property["key"] as AstNode;
  return String(key["name"] ?? key["value"]);
}

/** `export default defineFeatureVitestConfig(manifest, { root: import.meta.dirname })`, both imported; `isolate` has no say in thresholds. */
function plainManifest(file: RepoPath, { program, text }: ParsedSource, { known, presetFolder }: VitestConfigContext): RepoPath | null {
  const body = program["body"] as AstNode[];
  const declared = body.find(({ type }) => type === "ExportDefaultDeclaration")?.["declaration"] as AstNode | undefined;
  const call = declared?.type === "Identifier" ? constantsOf(program).get(String(declared["name"])) : declared;
  if (call?.type !== "CallExpression") return null;
  const imports = importsIn(body);
  const callee = imports.get(String((call["callee"] as AstNode)["name"]));
  const [manifest, options] = call["arguments"] as AstNode[];
  const stated = imports.get(String(manifest?.["name"]));
  if (callee?.name !== DEFINER || !isPreset(file, callee.from, presetFolder)) return null;
  if (manifest?.type !== "Identifier" || stated === undefined || !isOwnRoot(options, text)) return null;
  return /^\.\.?\//.test(stated.from) ? resolveImport(file, stated.from, known) : null;
}

function isPreset(file: RepoPath, from: string, folder: RepoPath | "" | null): boolean {
  if (from === PRESET) return true;
  const path = normalisePath(`${file.slice(0, file.lastIndexOf("/") + 1)}${from}`);
  return folder !== null && from.startsWith(".") && path.startsWith(`${folder}/`);
}

/** The folder of the config is where vitest runs, so leaving `root` out is the same. */
function isOwnRoot(options: AstNode | undefined, text: string): boolean {
  return (
    options === undefined ||
    /^\{\s*root:\s*import\.meta\.dirname,?\s*(?:isolate:\s*(?:true|false),?\s*)?\}$/.test(text.slice(options.start, options.end))
  );
}

interface Imported {
  /** As the other module calls it. */
  readonly name: string;
  readonly from: string;
}

/** By the name that this module knows each by. */
function importsIn(body: readonly AstNode[]): Map<string, Imported> {
  return new Map(
    body
      .filter(({ type }) => type === "ImportDeclaration")
      .flatMap((declaration) =>
        (declaration["specifiers"] as AstNode[]).map((specifier): [string, Imported] => {
          const imported = specifier["imported"] as AstNode | undefined;
          const from = String((declaration["source"] as AstNode)["value"]);
          return [
            String((specifier["local"] as AstNode)["name"]),
            { name: imported === undefined ? "default" : String(imported["name"]), from },
          ];
        }),
      ),
  );
}
