// A page with everything that there can be on one: figures are made up, the same on every run.
import { randomOf } from "../data/random.mjs";

const METRICS = ["statements", "branches", "functions", "lines"];
const BAND = { statements: 95, branches: 90, functions: 100, lines: 95 };
const BASELINE = { statements: 80, branches: 75, functions: 80, lines: 80 };
const NAMES = ["auth", "blog", "checkout", "media", "navigation", "search", "shipping"];
const LAYERS = ["baseline", "controllers", "entities", "use-cases"];
const SOURCE = `import type { Session } from "./session.js";

/** Sessions end, and can be renewed for a while. */
export class SessionStore {
  readonly #sessions = new Map<string, Session>();

  renew(id: string, now: number): Session | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined || session.expiresAt <= now) {
      this.#sessions.delete(id);
      return undefined;
    }
    /* A comment over
       two lines. */
    const renewed = { ...session, expiresAt: now + 30 * 60_000 };
    this.#sessions.set(id, renewed);
    return renewed;
  }

  get size(): number {
    return this.#sessions.size;
  }
}
`;
const FILE = "packages/auth/src/entities/file-0.ts";

export function fullPage() {
  const random = randomOf(7);
  const below = (bound) => (bound <= 1 ? 0 : random(0, bound - 1));
  const packages = NAMES.map((name, place) => packageOf(`@shop/${name}`, `packages/${name}`, 6 + ((place * 7) % 23), below));
  return {
    name: "shop",
    commit: "bf0b049",
    madeAt: "2026-05-13T12:00:00.000Z",
    provider: "v8",
    reports: NAMES.map((name) => `packages/${name}/coverage/lcov.info`),
    repo: { totals: sum(packages.map(({ totals }) => totals)), band: BAND },
    packages,
    change: { data: { document: change(), sources: new Map([[FILE, SOURCE]]) }, missing: null },
    trend: { data: trend(packages, below), missing: null },
    domains: { data: domains(), missing: null },
    mutants: { data: mutants(), missing: null },
    tests: { data: tests(below), missing: null },
    notices: [
      {
        level: "error",
        about: "coverage",
        code: "REPORT_STALE",
        message: `edited after their tests ran, so these figures are of another text: ${FILE}`,
        hint: "pnpm test --coverage",
      },
      {
        level: "warning",
        about: "coverage",
        code: "PACKAGE_WITHOUT_REPORT",
        message: "@shop/gifts has sources and no report",
        hint: "pnpm test --coverage",
      },
    ],
  };
}

function packageOf(name, folder, count, below) {
  const files = Array.from({ length: count }, (_, n) => {
    const layer = LAYERS[n % LAYERS.length === 0 ? 2 : n % LAYERS.length];
    const lines = 8 + below(60) * (1 + below(3));
    return {
      file: `${folder}/src/${layer}/file-${n}.ts`,
      layer,
      band: layer === "baseline" ? BASELINE : BAND,
      totals: totalsOf(lines, below),
      isStale: n === 0 && folder.endsWith("auth"),
      exempt: n === 5 ? "ui" : null,
    };
  });
  const layers = LAYERS.map((layer) => {
    const own = files.filter((each) => each.layer === layer);
    return { name: layer, totals: sum(own.map(({ totals }) => totals)), band: layer === "baseline" ? BASELINE : BAND };
  });
  const failed = name.endsWith("search") ? 2 : 0;
  return {
    name,
    totals: sum(files.map(({ totals }) => totals)),
    band: BASELINE,
    layers,
    tests: { count: 12 + below(90), failed, skipped: below(3), durationMs: below(4_000) },
    files,
  };
}

function totalsOf(lines, below) {
  const left = below(5) === 0 ? below(lines) : below(3) === 0 ? below(4) : 0;
  const counts = {
    statements: [lines - left, lines],
    branches: [Math.max(0, 9 - left), 9],
    functions: [3, 3],
    lines: [lines - left, lines],
  };
  return Object.fromEntries(METRICS.map((metric) => [metric, counted(...counts[metric])]));
}

function sum(all) {
  const of = (metric, field) => all.reduce((total, each) => total + each[metric][field], 0);
  return Object.fromEntries(METRICS.map((metric) => [metric, counted(of(metric, "covered"), of(metric, "total"))]));
}

function counted(covered, total) {
  return { covered, total, pct: total === 0 ? null : Math.floor((covered * 10_000) / total) / 100 };
}

function trend(packages, below) {
  const points = Array.from({ length: 30 }, (_, n) => {
    const share = (pct, wobble) => ({ covered: null, total: null, pct: Math.min(100, Math.round((pct + wobble) * 100) / 100) });
    const at = new Date(Date.UTC(2026, 1, 12 + n * 3, 9)).toISOString();
    const base = n < 11 ? 78 + n * 0.6 : 84 + (n - 11) * 0.55;
    const totals = {
      statements: share(base, 0),
      branches: share(base - 7, below(20) / 10),
      functions: share(base + 3, 0),
      lines: share(base, below(14) / 10),
    };
    const byPackage = Object.fromEntries(
      packages.map(({ name }) => [name, { ...totals, lines: share(base - 4, below(60) / 10), byLayer: {} }]),
    );
    return {
      commit: `${(0xabc0000 + n).toString(16)}0${n}`,
      subject: `Change ${n}`,
      measured: "bf0b049",
      at,
      provider: n < 11 ? "istanbul" : "v8",
      source: "git",
      repo: totals,
      byPackage,
    };
  });
  const move = (scope, name, metric, by) => ({
    scope,
    package: scope === "layer" ? "@shop/auth" : null,
    name,
    metric,
    from: 80,
    to: 80 + by,
    points: by,
    since: "a",
    until: "b",
    commit: points[20].commit,
    at: points[20].at,
  });
  return {
    points,
    breaks: [{ commit: points[11].commit, at: points[11].at, reason: "provider-changed", from: "istanbul", to: "v8" }],
    moves: [
      move("package", "@shop/search", "lines", -4.21),
      move("layer", "entities", "branches", 3.5),
      move("repo", null, "test-time", 12.4),
    ],
    drops: [],
  };
}

function domains() {
  const domain = (name, baseline, current, status, closers) => ({
    feature: "backend",
    package: "backend",
    name,
    status,
    baseline,
    current,
    target: 80,
    gap: current === null ? null : Math.max(0, Math.round((80 - current) * 100) / 100),
    covered: 70,
    total: 100,
    missing: 9,
    closers,
  });
  return {
    metric: "lines",
    domains: [
      domain("governance", 41.2, 86.5, "pass", []),
      domain("security", 33.33, 71.4, "fail", [
        { file: FILE, uncovered: 14, total: 40 },
        { file: "backend/security/tokens.py", uncovered: 6, total: 31 },
      ]),
      domain("episodes", null, null, "nothing-to-measure", []),
    ],
  };
}

function mutants() {
  const counts = (killed, survived, noCoverage) => ({
    killed,
    timeout: 1,
    survived,
    noCoverage,
    ignored: 0,
    compileError: 0,
    runtimeError: 0,
    inconclusive: 0,
    notRun: 0,
  });
  return {
    from: "the committed scores of bf0b049",
    packages: [
      { name: "@shop/auth", score: 97.61, threshold: 80, counts: counts(56, 1, 0) },
      { name: "@shop/search", score: 71.42, threshold: 80, counts: counts(39, 12, 4) },
    ],
    survivors: [
      {
        key: "6ec048310145",
        package: "@shop/auth",
        file: FILE,
        isOld: false,
        mutant: {
          line: 9,
          mutator: "EqualityOperator",
          original: "session.expiresAt <= now",
          replacement: "session.expiresAt < now",
          status: "survived",
          hint: "test the boundary value itself, where both sides are equal",
        },
      },
      {
        key: "17ab00310146",
        package: "@shop/search",
        file: "packages/search/src/entities/file-0.ts",
        isOld: true,
        mutant: { line: 3, mutator: "BlockStatement", original: "{\n  return a;\n}", replacement: "{}", status: "noCoverage", hint: null },
      },
      { key: "99ab00310147", package: "@shop/search", file: "packages/search/src/entities/file-4.ts", isOld: false, mutant: null },
    ],
  };
}

function tests(below) {
  const each = Array.from({ length: 60 }, (_, n) => ({
    package: "@shop/auth",
    file: `packages/auth/src/entities/file-${n % 9}.test.ts`,
    name: `a session that is renewed ${n} times is known by its first name`,
    durationMs: Math.floor(2_400 / (n + 1)) + below(9),
    outcome: n === 3 ? "failed" : "passed",
  }));
  return { total: { count: 412, failed: 2, skipped: 5, durationMs: 64_200 }, each };
}

function change() {
  const command = "pnpm --filter @shop/auth exec vitest run src/entities/file-0.test.ts --coverage";
  const range = (start, end, kind, branches) => ({
    start,
    end,
    lines: Array.from({ length: end - start + 1 }, (_, n) => start + n),
    kind,
    function: { name: "SessionStore.renew", line: 7 },
    branches,
    snippet: null,
    nearestTest: "packages/auth/src/entities/file-0.test.ts",
    command,
  });
  const ranges = [
    range(9, 9, "partial-branch", [{ line: 9, arm: "right side of ||" }]),
    range(10, 11, "uncovered", []),
    range(15, 17, "uncovered", []),
  ];
  const branches = { total: 4, taken: 1, percent: 25 };
  return {
    status: "fail",
    reason: null,
    base: { ref: "origin/main", sha: "bf0b049aaa", mergeBase: "bf0b049aaa", chosenBy: "origin/HEAD" },
    summary: {
      filesChanged: 4,
      filesGated: 2,
      uncoveredCount: 6,
      changedLines: 40,
      executableLines: 12,
      coveredLines: 7,
      percent: 58.33,
      branches,
    },
    fileSummaries: [
      {
        file: FILE,
        package: "@shop/auth",
        layer: "entities",
        band: BAND,
        status: "fail",
        changedLines: 10,
        executableLines: 5,
        coveredLines: 2,
        percent: 40,
        branches,
        ranges,
      },
    ],
    guard: [
      {
        kind: "test-skipped",
        file: "packages/auth/src/entities/session.test.ts",
        line: 12,
        detail: "it.skip: a session that ends is not renewed",
        accepted: false,
        reason: null,
      },
      {
        kind: "ignore-added",
        file: FILE,
        line: 20,
        detail: "v8 ignore next",
        accepted: true,
        reason: "the runtime never answers with none",
      },
    ],
    nextActions: [
      `cover packages/auth/src/entities/file-0.ts:10-11: ${command}`,
      "take it.skip out of packages/auth/src/entities/session.test.ts:12",
    ],
    errors: [],
    warnings: [],
  };
}
