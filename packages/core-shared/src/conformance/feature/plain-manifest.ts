/**
 * Manifests that are plainly good. The schema is the rule and has the words for every fault; what is taken here, it takes too.
 * Where this says no, the schema decides.
 */
import type { Metric } from "../coverage/bands.js";
import { BASELINE_LAYER, DEFAULT_LAYERS } from "../coverage/layers.js";
import { testTimeOf } from "../coverage/test-time.js";
import type { FeatureManifest, RepoManifest } from "./schema.js";

export function isPlainFeature(value: unknown): value is FeatureManifest {
  return hasOnly(value, { name: isKebab, root: optional(isText), coverage: isCoverage });
}

export function isPlainRepo(value: unknown): value is RepoManifest {
  return hasOnly(value, {
    features: optional(isTexts),
    base: optional(isText),
    band: optional(isBand),
    exempt: optional((rules) => isListOf(rules, isExemptRule)),
    pathMaps: optional((maps) => isListOf(maps, isPathMap)),
    testTime: optional(isTestTime),
  });
}

type Check = (value: unknown) => boolean;

function isCoverage(value: unknown): boolean {
  const checks = {
    bands: isRecordOf(isBand),
    layers: optional(isRecordOf(isTexts)),
    mutationTargets: optional(isTexts),
    mutationScore: optional(isPercent),
    exempt: optional(isTexts),
    reports: optional(isTexts),
  };
  return hasOnly(value, checks) && namesOnlyItsLayers(value as FeatureManifest["coverage"]);
}

function namesOnlyItsLayers({ bands, layers, mutationTargets = [] }: FeatureManifest["coverage"]): boolean {
  const known = new Set(Object.keys(layers ?? DEFAULT_LAYERS));
  const named = Object.keys(bands).filter((name) => name !== BASELINE_LAYER);
  return Object.hasOwn(bands, BASELINE_LAYER) && [...named, ...mutationTargets].every((name) => known.has(name));
}

function isExemptRule(value: unknown): boolean {
  return hasOnly(value, { id: isKebab, globs: isTexts, except: optional(isTexts), why: isText });
}

function isPathMap(value: unknown): boolean {
  return hasOnly(value, { from: isText, to: (to) => typeof to === "string" });
}

function isTestTime(value: unknown): boolean {
  if (!hasOnly(value, { warnMinutes: optional(isMinutes), failMinutes: optional(isMinutes) })) return false;
  const { warnMinutes, failMinutes } = testTimeOf({ testTime: value as NonNullable<RepoManifest["testTime"]> });
  return warnMinutes <= failMinutes;
}

function isMinutes(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) > 0;
}

const BAND_CHECKS: Readonly<Record<Metric, Check>> = {
  statements: isPercent,
  branches: isPercent,
  functions: isPercent,
  lines: isPercent,
};

function isBand(value: unknown): boolean {
  return hasOnly(value, BAND_CHECKS);
}

function isPercent(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 100;
}

function isKebab(value: unknown): boolean {
  return typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): boolean {
  return isListOf(value, isText);
}

function isListOf(value: unknown, check: Check): boolean {
  return Array.isArray(value) && value.every(check);
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isRecordOf(check: Check): Check {
  return (value) => isPlainObject(value) && Object.values(value).every(check);
}

function hasOnly(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (!isPlainObject(value) || !Object.keys(value).every((key) => Object.hasOwn(checks, key))) return false;
  return Object.entries(checks).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined));
}

/** As a literal makes it: a class or another realm's object is for the schema to judge. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
