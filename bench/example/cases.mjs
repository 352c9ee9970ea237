// What `coverage:domains` has to say of the example. Each case is given a backend as the one before it left it, and throws where the answer is another.
import assert from "node:assert/strict";
import { EXAMPLE } from "./backend.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const DOMAINS = ["governance", "security", "episodes"];
const TARGET = 80;

/** How coverage.py's own counts of a file are read, by metric. */
const COUNTS = {
  // Its lists of lines have docstrings, which it counts nowhere.
  lines: ({ summary }) => [summary.covered_lines, summary.num_statements],
  statements: ({ summary }) => [summary.covered_lines, summary.num_statements],
  branches: ({ summary }) => [summary.covered_branches, summary.num_branches],
};

export const CASES = [
  {
    name: "the first tests leave every domain below its target, and the figures are coverage.py's",
    run(backend) {
      backend.test();
      const { exitCode, document } = backend.domains();
      assert.deepEqual([exitCode, document.status, document.errors], [1, "fail", []]);
      assert.deepEqual(
        document.domains.map(({ name, status, target }) => [name, status, target]),
        DOMAINS.map((name) => [name, "fail", TARGET]),
      );
      assertCounts(backend);
      assertRecorded(backend, 0);
    },
  },
  {
    name: "all tests bring every domain to its target, and the figures are coverage.py's",
    run(backend) {
      backend.addTests();
      backend.test();
      for (const metric of Object.keys(COUNTS)) {
        const { exitCode, document } = backend.domains("--metric", metric);
        assert.deepEqual([exitCode, document.status, document.errors], [0, "pass", []]);
        for (const { current, gap, missing } of document.domains) assert.deepEqual([current >= TARGET, gap, missing], [true, 0, 0]);
        assert.equal(document.testFiles.contributed, document.testFiles.total);
      }
      assertCounts(backend);
      assertRecorded(backend, 1);
    },
  },
  {
    name: "a baseline is the first entry of the history",
    run(backend) {
      const [first] = JSON.parse(backend.read("coverage_trend.json")).coverage_history;
      const { document } = backend.domains("--history", "coverage_trend.json");
      for (const { name, baseline } of document.domains) assert.equal(baseline, first[`${name}_percent`]);
    },
  },
  refused("a test file that raises when it is imported", "TESTS_ERRORED", "tests/edges/test_broken.py", {
    "tests/edges/test_broken.py": "import a_module_that_nobody_has\n",
  }),
  refused("a test whose set-up fails", "TESTS_ERRORED", "tests/edges/test_broken.py", {
    "tests/edges/test_broken.py":
      "import pytest\n@pytest.fixture\ndef database():\n    raise OSError('no database')\ndef test_x(database):\n    pass\n",
  }),
  refused("a test file that is never collected", "TEST_FILE_SILENT", "checks/test_late.py", {
    "checks/test_late.py": "def test_x():\n    pass\n",
  }),
  refused("a test file whose tests are all skipped", "TEST_FILE_SILENT", "tests/edges/test_later.py", {
    "tests/edges/test_later.py": "import pytest\n@pytest.mark.skip\ndef test_x():\n    pass\n",
  }),
  refused("a test file that covers nothing", "TEST_FILE_SILENT", "tests/edges/test_nothing.py", {
    "tests/edges/test_nothing.py": "def test_x():\n    assert True\n",
  }),
  {
    name: "a source that is deleted after the tests ran",
    run: (backend) => assertStale(backend, "src/podcast/security/roles.py", null),
  },
  {
    name: "a source that is edited after the tests ran",
    run: (backend) => assertStale(backend, "src/podcast/security/roles.py", `${backend.read("src/podcast/security/roles.py")}\nMORE = 1\n`),
  },
  {
    name: "a source that is new since the tests ran",
    run(backend) {
      backend.test();
      backend.write("src/podcast/security/keys.py", "KEYS = {}\n");
      assertRefused(backend, "DOMAIN_UNMEASURED", "src/podcast/security/keys.py");
      backend.write("src/podcast/security/keys.py", null);
    },
  },
  {
    name: "all is well again when all that is taken back",
    run(backend) {
      backend.test();
      assert.equal(backend.domains().exitCode, 0);
    },
  },
];

/** Tests ran with these files beside the others: exit 3, and they are named. */
function refused(name, code, file, files) {
  return {
    name,
    run(backend) {
      for (const [path, text] of Object.entries(files)) backend.write(path, text);
      backend.test();
      assertRefused(backend, code, file);
      for (const path of Object.keys(files)) backend.write(path, null);
    },
  };
}

function assertStale(backend, file, text) {
  backend.test();
  backend.write(file, text);
  assertRefused(backend, "REPORT_STALE", file);
  backend.restore(file);
}

function assertRefused(backend, code, file) {
  const { exitCode, document } = backend.domains("--exit-zero");
  const told = document.errors.filter((error) => error.code === code && error.message.includes(file));
  assert.deepEqual([exitCode, document.status, told.length], [3, "error", 1], JSON.stringify(document.errors));
  assert.match(told[0].hint, /python3 -m pytest .* && python3 -m coverage json/);
}

/** Each domain's counts are the sums of what coverage.py says of its files. */
function assertCounts(backend) {
  const files = Object.entries(backend.coveragePy());
  for (const [metric, countsOf] of Object.entries(COUNTS)) {
    for (const { name, covered, total } of backend.domains("--metric", metric).document.domains) {
      const own = files.filter(([path]) => path.startsWith(`src/podcast/${name}/`)).map(([, file]) => countsOf(file));
      const sums = [0, 1].map((at) => own.reduce((sum, counts) => sum + counts[at], 0));
      assert.deepEqual([covered, total], sums, `${metric} of ${name}`);
    }
  }
}

/** Other versions take other lines for statements. */
const RECORDED_WITH = "6.5.0";

/** The committed history has the percentages and the count of tests that are measured here. */
function assertRecorded(backend, at) {
  const { coverage_history: entries, targets } = JSON.parse(readFileSync(join(EXAMPLE, "coverage_trend.json"), "utf8"));
  const { document } = backend.domains("--record", "../recorded.json");
  const { date, commit, ...measured } = JSON.parse(backend.read("../recorded.json")).coverage_history.at(-1);
  assert.deepEqual([typeof date, commit], ["string", document.commit]);
  const { date: _date, commit: _commit, ...committed } = entries[at];
  assert.deepEqual(Object.keys(measured), Object.keys(committed));
  if (backend.coveragePyVersion() === RECORDED_WITH) assert.deepEqual(measured, committed, "coverage_trend.json");
  for (const { name, target } of document.domains) assert.equal(targets[name], target);
}
