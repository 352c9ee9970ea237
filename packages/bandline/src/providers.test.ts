/** One run of the same tests under a real vitest with each of its providers, each reported in four formats. */
import type { AggregateDocument } from "@repo/coverage-core";
import { aggregateDocument } from "@repo/coverage-core/schemas";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMeasuredPackage } from "./__fixtures__/measured-package.js";
import { runDocument } from "./__fixtures__/run.js";
import { runAggregate } from "./index.js";

const PROVIDERS = ["v8", "istanbul"] as const;
type Provider = (typeof PROVIDERS)[number];
const FORMATS = { lcov: "lcov.info", json: "coverage-final.json", cobertura: "cobertura-coverage.xml", clover: "clover.xml" };
type Format = keyof typeof FORMATS;

const { repo, vitest } = createMeasuredPackage();

beforeAll(async () => {
  await Promise.all(PROVIDERS.map((name) => vitest(`--coverage.provider=${name}`, `--coverage.reportsDirectory=reports/${name}`)));
}, 60_000);

afterAll(() => {
  repo.remove();
});

interface Aggregated {
  readonly lcov: readonly string[];
  readonly document: AggregateDocument;
}

async function aggregated(provider: Provider, format: Format): Promise<Aggregated> {
  const argv = ["--input", `reports/${provider}/${FORMATS[format]}`, "--out", "made"];
  const { document } = await runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.root });
  return { lcov: readFileSync(repo.path("made/lcov.info"), "utf8").trim().split("\n"), document };
}

async function allFormats(provider: Provider): Promise<Readonly<Record<Format, Aggregated>>> {
  const [lcov, json, cobertura, clover] = [
    await aggregated(provider, "lcov"),
    await aggregated(provider, "json"),
    await aggregated(provider, "cobertura"),
    await aggregated(provider, "clover"),
  ];
  return { lcov, json, cobertura, clover };
}

/** What a report says of these types, of each file. */
const said = ({ lcov }: Aggregated, ...types: string[]) => lcov.filter((line) => ["SF", ...types].includes(line.split(":")[0] ?? ""));

/** Arms taken, and all, of each line that can run. */
function armsByLine({ lcov }: Aggregated): Record<string, string> {
  const arms = new Map<string, [taken: number, total: number]>();
  const executable = new Set<string>();
  let file = "";
  for (const line of lcov) {
    const [type, rest = ""] = line.split(":");
    if (type === "SF") file = rest;
    const [at, , , taken] = rest.split(",");
    const place = `${file}:${String(at)}`;
    if (type === "DA") executable.add(place);
    const [before, all] = arms.get(place) ?? [0, 0];
    if (type === "BRDA") arms.set(place, [before + (Number(taken) > 0 ? 1 : 0), all + 1]);
  }
  return Object.fromEntries([...arms].filter(([place]) => executable.has(place)).map(([place, counts]) => [place, counts.join(" of ")]));
}

describe.each(PROVIDERS)("a run of %s", (provider) => {
  it("is the same to the byte from lcov and from coverage-final.json", async () => {
    const { lcov, json } = await allFormats(provider);
    expect(json.lcov).toEqual(lcov.lcov);
  });

  it("has the same lines with the same counts in all four", async () => {
    const { lcov, json, cobertura, clover } = await allFormats(provider);
    expect(said(lcov, "DA").length).toBeGreaterThan(15);
    for (const each of [json, cobertura, clover]) expect(said(each, "DA")).toEqual(said(lcov, "DA"));
  });

  it("has the same functions in all but Clover, which knows their numbers alone", async () => {
    const { lcov, json, cobertura, clover } = await allFormats(provider);
    expect(said(lcov, "FN", "FNDA").length).toBeGreaterThan(15);
    for (const each of [json, cobertura]) expect(said(each, "FN", "FNDA")).toEqual(said(lcov, "FN", "FNDA"));
    expect(said(clover, "FN", "FNDA")).toEqual(said(clover));
  });

  it("has as many arms on each line that can run, taken and in all", async () => {
    const { lcov, json, cobertura, clover } = await allFormats(provider);
    expect(Object.keys(armsByLine(lcov)).length).toBeGreaterThan(5);
    for (const each of [json, cobertura, clover]) expect(armsByLine(each)).toEqual(armsByLine(lcov));
  });

  it("has the same sums, and its name, in all four", async () => {
    const { lcov, json, cobertura, clover } = await allFormats(provider);
    const sums = ({ document: { repo: totals, provider: name } }: Aggregated) => ({ totals, name });
    expect(sums(lcov).name).toBe(provider);
    for (const each of [json, cobertura, clover]) expect(sums(each)).toEqual(sums(lcov));
  });

  it("says what has no place in Cobertura and in Clover", async () => {
    const reports = Object.entries(await allFormats(provider));
    const codes = reports.map(([format, { document }]) => [format, document.warnings.map(({ code }) => code)]);
    expect(Object.fromEntries(codes)).toEqual({
      lcov: [],
      json: [],
      cobertura: ["BRANCHES_WITHOUT_LINE"],
      clover: ["BRANCHES_WITHOUT_LINE", "FUNCTIONS_WITHOUT_LINE"],
    });
  });
});

it("v8 takes a line behind a call that throws as one that ran, and knows the names of methods; else both say the same", async () => {
  const [v8, istanbul] = [await aggregated("v8", "lcov"), await aggregated("istanbul", "lcov")];
  expect(v8.lcov.flatMap((line, place) => (line === istanbul.lcov[place] ? [] : [[line, istanbul.lcov[place]]]))).toEqual([
    ["FN:32,add", "FN:32,(anonymous_3)"],
    ["FN:36,clear", "FN:36,(anonymous_4)"],
    ["FNDA:1,add", "FNDA:1,(anonymous_3)"],
    ["FNDA:0,clear", "FNDA:0,(anonymous_4)"],
    ["DA:47,1", "DA:47,0"],
    ["LH:14", "LH:13"],
  ]);
  expect(v8.lcov).toHaveLength(istanbul.lcov.length);
});
