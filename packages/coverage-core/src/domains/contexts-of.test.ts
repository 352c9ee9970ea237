import { expect, it } from "vitest";
import { contextsOf } from "./contexts-of.js";

const withContexts = (...contexts: unknown[]) => ({ files: { "a.py": { contexts: { 1: contexts } } } });

it.each<[string, unknown, string[]]>([
  ["pytest's ids, each file once", withContexts("tests/test_a.py::test_x|run", "tests/test_a.py::T::test_y|setup"), ["tests/test_a.py"]],
  ["pytest's ids at the root", withContexts("test_a.py::test_x|run"), ["test_a.py"]],
  ["dotted names of functions", withContexts("tests.test_a.test_x"), ["tests.test_a.test_x"]],
  ["what ran while it was imported, which no test did", withContexts(""), [""]],
  ["names that are none", withContexts(7), []],
  ["lines without a list", { files: { "a.py": { contexts: { 1: 7 } } } }, []],
  ["files without contexts", { files: { "a.py": {}, "b.py": 1, "c.py": { contexts: [] } } }, []],
  ["other JSON", { "a.js": {} }, []],
  ["no JSON", undefined, []],
])("contexts are read of %s", (_sentence, json, expected) => {
  expect(contextsOf(json).map(({ path, dotted }) => path ?? dotted.join("."))).toEqual(expected);
});
